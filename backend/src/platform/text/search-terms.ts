import { stemmer as englishStem } from '@orama/stemmers/english'
import { stemmer as russianStem } from '@orama/stemmers/russian'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { askedPairs, pairsIn, signWordsOf, takeSignWords, wordsIn } from './search-words'

/** What is read of one text: its beginning and its end, so many different words and marks of either. Nobody looks for the middle of a pasted book, and the index has to stay small. */
const most = { beginning: 200_000, end: 25_000, words: 6_000, marks: 1_500, word: 64, mark: 256 }

/** Between these stand addresses and numbers as people write them. */
const gaps = /[\s,;<>()[\]{}"'«»“”„`|*\\]+/u
const outside = /^[^\p{L}\p{N}\p{M}@]+|[^\p{L}\p{N}\p{M}@]+$/gu
const isMark = /[0-9@.]/
/** A number or a phone in groups: 12 500 000, +7 (812) 555-66-77. */
const grouped = /[0-9][0-9\u00a0 ()\-\u2010-\u2015]{4,40}[0-9]/g

/** A text as the index keeps it: `words` for stems and beginnings, `marks` (addresses, numbers, article codes) for parts. Both are told apart by spaces. */
export interface TextTerms { words: string; marks: string }
export const noTerms: TextTerms = { words: '', marks: '' }

export function termsOf(text: string): TextTerms {
  if (text === '') return noTerms
  const words = new Set<string>()
  const marks = new Set<string>()
  for (const part of partsOf(text)) {
    const folded = foldForSearch(part)
    const [wordsMost, marksMost] = [words.size + most.words, marks.size + most.marks]
    for (const word of wordsIn(folded)) if (words.size < wordsMost) addWord(words, word)
    for (const word of [...signWordsOf(folded), ...pairsIn(folded)]) if (words.size < wordsMost) words.add(word)
    if (!isMark.test(folded)) continue
    for (const piece of folded.split(gaps)) if (marks.size < marksMost && isMark.test(piece)) addMark(marks, trimmed(piece))
    for (const number of folded.match(grouped) ?? []) if (marks.size < marksMost) addMark(marks, digitsOf(number))
  }
  return { words: [...words].join(' '), marks: [...marks].join(' ') }
}

const partsOf = (text: string) => (text.length <= most.beginning + most.end ? [text] : [text.slice(0, most.beginning), text.slice(-most.end)])
/** One point before a letter belongs to it: .NET, .example. */
const trimmed = (piece: string) => (/^\.\p{L}/u.test(piece) ? '.' : '') + piece.replace(outside, '')
const digitsOf = (number: string) => number.replace(/[^0-9]+/g, '')
const cut = (word: string, length: number) => (word.length > length ? word.slice(0, length) : word)

/** Shorter ones are found as words. */
function addMark(marks: Set<string>, mark: string) {
  if (mark.length > 2 && isMark.test(mark)) marks.add(cut(mark, most.mark))
}

function addWord(words: Set<string>, whole: string) {
  const word = cut(whole, most.word)
  if (words.has(word)) return
  words.add(word)
  words.add(stemOf(word))
}

/** The common part of a word's forms, by the alphabet it is written in; a word of another alphabet, or of several, has no other forms here. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = (/^[а-я]+$/.test(word) ? russianStem(word) : /^[a-z]+$/.test(word) ? englishStem(word) : word) || word
  if (stems.size > 50_000) stems.clear()
  stems.set(word, stem)
  return stem
}
/** A language has few words that are used much, and a stem takes time. */
const stems = new Map<string, string>()

/** One word of a question: found by its `stem`, as the beginning of a word, or (`mark`) as a part of an address or a number. */
export type AskedTerm = { word: string; stem: string } | { mark: string }
/** What was typed, as terms that must all be found; `number`: all of it may also be one number in groups. Null: nothing was asked. No terms: nothing can be found. */
export interface AskedTerms { terms: AskedTerm[]; number: string | null }

/** More words than anybody types; the rest is not looked for. */
const askedMost = 30

export function askedTerms(question: string): AskedTerms | null {
  if (question.trim() === '') return null
  const folded = foldForSearch(question.slice(0, 500))
  const terms = new Map<string, AskedTerm>()
  const { found, rest } = takeSignWords(folded)
  for (const word of found) terms.set(word, { word, stem: word })
  for (const piece of rest.split(gaps)) {
    const mark = trimmed(piece)
    if (mark.length > 2 && isMark.test(mark)) terms.set(mark, { mark: cut(mark, most.mark) })
    else for (const word of [...wordsIn(mark), ...askedPairs(mark)].map((whole) => cut(whole, most.word))) terms.set(word, { word, stem: stemOf(word) })
  }
  const digits = digitsOf(folded)
  const isNumber = terms.size > 1 && digits.length >= 5 && /^[0-9\s()+\-\u2010-\u2015]+$/.test(folded)
  return { terms: [...terms.values()].slice(0, askedMost), number: isNumber ? digits.slice(-10) : null }
}
