/** A tax number by its letters and digits alone, by which two spellings are compared; null when there are too few to tell clients apart. */
export function taxKeyOf(text: string): string | null {
  const key = text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '').slice(0, 100)
  return /\d/.test(key) && key.length >= 5 && !/^0+$/.test(key) ? key : null
}
