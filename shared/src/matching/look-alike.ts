import { skeletonOfText } from './confusables'
import { readableDomain } from './domain-key'

/** Endings that are mistyped and misread for .com; all other endings are different firms' own (acme.de is not a forged acme.ru). */
const likeCom = new Set(['com', 'co', 'cm', 'om', 'cam', 'con', 'corn'])
/** A shorter name is one letter away from too many honest ones: it only warns when it looks the very same. */
const lettersMin = 4

interface Name { letters: string; skeleton: string; ending: string; endingSkeleton: string }

function nameOf(domainKey: string): Name {
  const readable = readableDomain(domainKey)
  const dot = readable.indexOf('.')
  const [letters, ending] = dot < 0 ? [readable, ''] : [readable.slice(0, dot), readable.slice(dot)]
  const plain = ending.slice(1)
  return { letters, skeleton: skeletonOfText(letters), ending: likeCom.has(plain) ? '.com' : ending, endingSkeleton: skeletonOfText(ending) }
}

/** The registrable domain as the eye takes it: equal for domains that can be taken for one another. Stored: a change of its rules needs the rows made anew. */
export function skeletonOf(domainKey: string): string {
  const { skeleton, endingSkeleton } = nameOf(domainKey)
  return skeleton + endingSkeleton
}

/**
 * The name whole and with each one letter left out: two names that are one letter apart (more, less, other, swapped) share a form.
 * Stored for every client's domain and asked for a sender's; at most 128 of them. Stored: see `skeletonOf`.
 */
export function domainForms(domainKey: string): string[] {
  const { letters, skeleton, ending } = nameOf(domainKey)
  const forms = new Set<string>()
  for (const name of new Set([letters, skeleton])) {
    const chars = [...name]
    forms.add(name + ending)
    if (chars.length >= lettersMin) for (let i = 0; i < chars.length; i++) forms.add(chars.slice(0, i).join('') + chars.slice(i + 1).join('') + ending)
  }
  return [...forms]
}

/** Could a person take one of two registrable domains for the other? Few false alarms rather than every catch. */
export function isLookAlike(a: string, b: string): boolean {
  if (a === b) return false
  const one = nameOf(a)
  const two = nameOf(b)
  if (one.skeleton === two.skeleton && one.endingSkeleton === two.endingSkeleton) return true
  if (one.ending !== two.ending || Math.min([...one.letters].length, [...two.letters].length) < lettersMin || onlyNumbersDiffer(one.letters, two.letters)) return false
  return withinOneEdit(one.letters, two.letters) || withinOneEdit(one.skeleton, two.skeleton)
}

/** school12 and school13 are neighbours, not forgeries. */
function onlyNumbersDiffer(a: string, b: string): boolean {
  const bare = a.replace(/\d/g, '')
  return bare !== a && bare !== '' && b !== bare && bare === b.replace(/\d/g, '')
}

/** Damerau-Levenshtein distance of at most 1: a letter more, less, other, or two swapped. */
export function withinOneEdit(left: string, right: string): boolean {
  const [a, b] = left.length <= right.length ? [[...left], [...right]] : [[...right], [...left]]
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const rest = (chars: string[], from: number) => chars.slice(from).join('')
  if (a.length !== b.length) return rest(a, i) === rest(b, i + 1) || rest(b, i) === rest(a, i + 1)
  if (rest(a, i + 1) === rest(b, i + 1)) return true
  return a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2)
}
