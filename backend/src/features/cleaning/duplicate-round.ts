import type { TwinNoun } from '@counterpane/shared/contract/cleaning'
import { likenessOf } from './like-names'
import { pairNames, type Named } from './name-blocks'
import { createGathering, type Breath, type Gathering } from './pair-gathering'
import { plainName, type PlainName } from './plain-name'
import type { TwinKeys } from './twin-keys.repository'
import { leastScore, scoreOf } from './twin-score'
import type { FoundPair } from './duplicate-pairs.repository'

export interface RoundDeps { keys: TwinKeys; breathe: Breath; looked: (count: number) => Promise<void> }

/** One search of the whole base for one noun; gives the pairs worth a look, the best first. */
export async function findTwins(noun: TwinNoun, { keys, breathe, looked }: RoundDeps): Promise<FoundPair[]> {
  const gathering = createGathering()
  const taxes = new Map<string, string>()
  const plain = noun === 'counterparty' ? await readClients(taxes) : await readPeople()
  for await (const groups of keys.sharing(noun)) {
    for (const { code, value, ids } of groups) gathering.addGroup(ids, { code, value })
    await breathe()
  }
  await compareNames(plain)
  const found: FoundPair[] = []
  for (const { firstId, secondId, reasons } of gathering.pairs.values()) {
    const [first, second] = [taxes.get(firstId), taxes.get(secondId)]
    const score = scoreOf(noun, reasons, { taxDiffers: first !== undefined && second !== undefined && first !== second })
    if (score >= leastScore) found.push({ noun, firstId, secondId, reasons, score })
    await breathe()
  }
  return found

  async function readClients(into: Map<string, string>) {
    const named: Named[] = []
    const known = new Map<string, PlainName>()
    for await (const page of keys.clients()) {
      for (const { id, name, taxKey } of page) {
        const plainOne = plainName(name)
        named.push({ id, plain: plainOne })
        known.set(id, plainOne)
        if (taxKey) into.set(id, taxKey)
        await breathe()
      }
      await looked(page.length)
    }
    await pairNames(named, { gathering, breathe })
    return known
  }

  /** Namesakes are common: only those of one client are held against each other. */
  async function readPeople() {
    for await (const page of keys.people()) {
      for (let i = 0; i < page.length;) {
        const client = page[i]?.counterpartyId
        let end = i
        while (end < page.length && page[end]?.counterpartyId === client) end++
        if (end - i > 1) await pairNames(page.slice(i, end).map(({ id, name }) => ({ id, plain: plainName(name) })), { gathering, breathe })
        i = end
        await breathe()
      }
      await looked(page.length)
    }
    return new Map<string, PlainName>()
  }

  /** Whoever shares a number or an address: are the names alike too? */
  async function compareNames(known: Map<string, PlainName>) {
    await readMissing(known, gathering)
    for (const { firstId, secondId, reasons } of gathering.pairs.values()) {
      const [a, b] = [known.get(firstId), known.get(secondId)]
      const likeness = a && b && reasons.every(({ code }) => code !== 'same-name' && code !== 'like-name') ? likenessOf(a, b) : null
      if (likeness) reasons.push({ code: likeness, value: null })
      await breathe()
    }
  }
  async function readMissing(known: Map<string, PlainName>, { pairs }: Gathering) {
    const missing = [...new Set([...pairs.values()].flatMap(({ firstId, secondId }) => [firstId, secondId]))].filter((id) => !known.has(id))
    for (let i = 0; i < missing.length; i += 1_000) {
      for (const { id, name } of await keys.namesOf(noun, missing.slice(i, i + 1_000))) { known.set(id, plainName(name)); await breathe() }
    }
  }
}
