import { likenessOf } from './like-names'
import type { Breath, Gathering } from './pair-gathering'
import type { PlainName } from './plain-name'

export interface Named { id: string; plain: PlainName }

/** Sorted neighbourhood: in its block a name is held against so many that follow it. */
const neighbours = 6
const edge = 3

/**
 * Names that are the same or alike. Never each against each: the same ones by their key; of the others those that begin or end alike, in order of the alphabet and, from
 * behind, in order of their ends, so that one slip leaves a name beside its twin in one order at least.
 */
export async function pairNames(named: readonly Named[], { gathering, breathe }: { gathering: Gathering; breathe: Breath }): Promise<void> {
  const same = new Map<string, Named[]>()
  for (const one of named) if (one.plain.key !== '') put(same, one.plain.compact, one)
  const starts = new Map<string, Named[]>()
  const ends = new Map<string, { reversed: string; one: Named }[]>()
  for (const group of same.values()) {
    const [one] = group as [Named]
    if (group.length > 1) gathering.addGroup(group.map(({ id }) => id), { code: 'same-name', value: null })
    const reversed = [...one.plain.compact].reverse().join('')
    put(starts, one.plain.compact.slice(0, edge), one)
    put(ends, reversed.slice(0, edge), { reversed, one })
    await breathe()
  }
  for (const block of starts.values()) await walk(block.sort((a, b) => (a.plain.compact < b.plain.compact ? -1 : 1)), { gathering, breathe })
  for (const block of ends.values()) await walk(block.sort((a, b) => (a.reversed < b.reversed ? -1 : 1)).map(({ one }) => one), { gathering, breathe })
}

async function walk(block: readonly Named[], { gathering, breathe }: { gathering: Gathering; breathe: Breath }) {
  for (const [i, one] of block.entries()) {
    for (let j = i + 1; j <= i + neighbours && j < block.length; j++) {
      const other = block[j] as Named
      const likeness = likenessOf(one.plain, other.plain)
      if (likeness) gathering.add(one.id, other.id, { code: likeness, value: null })
    }
    await breathe()
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
