import { oneSpaced } from './spaces'

// One sign at a time: millions of them in a row are more than the engine's stack holds for one match.
/** Nobody sees or types these: soft hyphens, zero-width spaces and joiners, marks of direction, variation selectors. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Letters that Unicode doesn't take apart. */
const written: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' }
/** Latin and Greek, where a sign above or below a letter makes it no other letter to look for. In Cyrillic й is not и. */
const signed = /[\u00df-\u024f\u0370-\u03ff\u1e00-\u1fff]/g
const signs = /\p{M}+/gu
/** What stands by itself on a letter: stress in Russian, points of Hebrew and Arabic, the tatweel. */
const loose = /\u0640|[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g
/** Most texts hold nothing else. */
const plain = /^[\t\n\r -~А-Яа-яЁё\u00a0«»„“”’–—…•№]*$/

const bases = new Map<string, string>()
function baseOf(letter: string): string {
  let base = bases.get(letter)
  if (base === undefined) bases.set(letter, (base = [...letter.normalize('NFD').replace(signs, '')].map((one) => written[one] ?? one).join('')))
  return base
}
/** Full-width and half-width letters, ligatures, small digits. Not all that Unicode calls compatible: one Arabic sign would become a sentence, № the word "No". */
const odd = /[\u00aa\u00b2\u00b3\u00b9\u00ba\u2070-\u209c\ufb00-\ufb06\uff01-\uffe6]/g
const usual = (letter: string) => letter.normalize('NFKC')

/**
 * Text as searches compare it, both what is looked for and what is looked through: letters without case and without signs (é as e, ß as ss, ё as е; й stays), however
 * they were composed; full-width as usual ones; what nobody sees left out; runs of space as one. Bound to what the database keeps: see platform/db/text-refold.
 */
export function foldForSearch(text: string): string {
  const isPlain = plain.test(text)
  const lower = (isPlain ? text : text.replace(unseen, '').replace(odd, usual).normalize('NFC')).toLowerCase()
  return oneSpaced((isPlain ? lower : lower.replace(signed, baseOf).replace(loose, '')).replaceAll('ё', 'е'))
}
