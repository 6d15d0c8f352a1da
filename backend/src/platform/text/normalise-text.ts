/**
 * Mail from the world may hold NUL and halves of surrogate pairs; the API refuses both, and a database may keep what it can't give back.
 * Our own readers put U+FFFD in their place before anything is stored or sent.
 */
export function normaliseText(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')
}
