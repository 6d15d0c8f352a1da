import { distance } from 'fastest-levenshtein'
import type { PlainName } from './plain-name'

export type Likeness = 'same-name' | 'like-name' | null

/** One slip in a name of five letters and more, two in a long one. Another number is another branch, not a slip. */
export function likenessOf(a: PlainName, b: PlainName): Likeness {
  if (a.key === '' || b.key === '') return null
  if (a.key === b.key || a.compact === b.compact) return 'same-name'
  if (a.digits !== b.digits) return null
  const shorter = Math.min(a.compact.length, b.compact.length)
  const slips = shorter < 5 ? 0 : shorter < 10 ? 1 : 2
  return slips > 0 && Math.abs(a.compact.length - b.compact.length) <= slips && distance(a.compact, b.compact) <= slips ? 'like-name' : null
}
