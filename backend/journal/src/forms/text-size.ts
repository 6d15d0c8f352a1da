/** What the server takes of one contact (api.md, limits), with room for its other fields. */
export const bodyLimit = 12 * 1_048_576 - 65_536

let last = { text: '', bytes: 0 }
/** How many bytes a text is on its way to the server; of a long one it is counted once. */
export function bytesOf(text: string): number {
  if (last.text !== text) last = { text, bytes: new Blob([JSON.stringify(text)]).size }
  return last.bytes
}
