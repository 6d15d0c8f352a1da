/** Ready words put behind what stands there already; pressed twice they do not stand there twice. */
export function withReadyWords(result: string, words: string): string {
  const lines = result.split('\n').map((line) => line.trim())
  if (lines.includes(words)) return result
  return result.trim() === '' ? words : `${result.trimEnd()}\n${words}`
}
