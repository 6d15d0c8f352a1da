import type { Target } from './evidence'

type Dated = Target & { lastContactAt: number | null }

/** In contact last first, never in contact last; equal ones by id, so that the answer does not depend on the order of the rows. */
export function inContactLastFirst<T extends Dated>(hits: readonly T[]): T[] {
  if (hits.length < 2) return [...hits]
  return [...hits].sort((a, b) => (b.lastContactAt ?? -Infinity) - (a.lastContactAt ?? -Infinity) || (idOf(a) < idOf(b) ? -1 : 1))
}

/** The further targets of a verdict, each once. A counterparty that a person already carries is not named again. */
export function createCandidates(chosen: Target | null) {
  const seen = new Set<string>()
  const carried = new Set<string>()
  const targets: Target[] = []
  const isNew = ({ personId, counterpartyId }: Target): boolean => {
    const fresh = personId !== null ? !seen.has(personId) : counterpartyId !== null && !carried.has(counterpartyId)
    if (personId !== null) seen.add(personId)
    if (counterpartyId !== null) carried.add(counterpartyId)
    return fresh
  }
  if (chosen) isNew(chosen)
  return {
    add: (hits: readonly Target[]) => {
      for (const { personId, counterpartyId } of hits) if (isNew({ personId, counterpartyId })) targets.push({ personId, counterpartyId })
    },
    list: () => targets,
  }
}

const idOf = ({ personId, counterpartyId }: Target): string => personId ?? counterpartyId ?? ''
