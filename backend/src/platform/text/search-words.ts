const wordsOf = /[\p{L}\p{N}\p{M}]+/gu
/** Chinese, Japanese and Korean are written without spaces, or with endings that stand for ours: any two characters in a row are a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]+/gu
const someUnspaced = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\u{1aff0}-\u{1b16f}\u{20000}-\u{3ffff}]/u
export const isUnspaced = (text: string) => someUnspaced.test(text)

/** C++, C#, №5: a sign makes it another word. The tokenizer of the index breaks words at signs of ASCII, so that they stand there as full-width ones, which folding leaves nowhere else. */
const withSigns = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,30}(?:\+\+|#)(?![\p{L}\p{N}+#])|№ ?[\p{L}\p{N}]{1,30}/gu
const asKept = (found: string) => found.replace(' ', '').replaceAll('+', '＋').replaceAll('#', '＃')
const someSigns = /\+\+|#|№/
export const signWordsOf = (folded: string): string[] => (someSigns.test(folded) ? folded.match(withSigns) ?? [] : []).map(asKept)

/** The words with signs of a question, and what is left of it; the number after № is looked for by itself too, where it is long enough to be part of a longer one. */
export function takeSignWords(folded: string): { found: string[]; rest: string } {
  const rest = folded.replace(withSigns, (one) => (one.startsWith('№') && one.replace(/^№ ?/, '').length > 2 ? one.replace('№', ' ') : ' '))
  return { found: signWordsOf(folded), rest }
}

/** The words of a folded text that are written apart from each other. */
export const wordsIn = (folded: string): readonly string[] => (isUnspaced(folded) ? folded.replace(unspaced, ' ') : folded).match(wordsOf) ?? []

/** Of unspaced writing each pair of characters, and the last one of a run, which begins no pair and would not be found alone. */
export const pairsIn = (folded: string): string[] => runsIn(folded).flatMap((run) => run.map((character, at) => character + (run[at + 1] ?? '')))
/** The same of what is looked for, where the last one stands in the pair before it. */
export const askedPairs = (folded: string): string[] => runsIn(folded).flatMap((run) => (run.length === 1 ? run : run.slice(1).map((character, at) => `${run[at]}${character}`)))

const runsIn = (folded: string): string[][] => (isUnspaced(folded) ? folded.match(unspaced) ?? [] : []).map((run) => [...run])
