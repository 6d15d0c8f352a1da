import { conditionsIn } from '@counterpane/shared/contract/segment-rule'
import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import { segmentProblems as problems } from '@counterpane/shared/text/segment-problems'

export interface Node { id: string; name: string; shared: boolean; ownerId: string; rule: RuleGroup | null }
/** How deep segments refer to one another, and how many conditions come together. */
export const graphBounds = { depth: 5, conditions: 1_000 } as const

export const referredBy = (rule: RuleGroup | null): string[] =>
  (rule ? [...new Set(conditionsIn(rule).flatMap(({ condition }) => (condition.field === 'segment' ? (condition.values ?? []).map(String) : [])))] : [])

const refuse = (words: Words): never => { throw new AppError('invalid-request', { words, errors: [{ path: 'rule', message: words.en }] }) }

/** Throws when the segment, as it would be kept, refers to itself, or makes itself or another that refers to it too deep or too large. `others`: all that are kept. */
export function assertGraph(fresh: Node, others: readonly Node[]): void {
  const nodes = new Map([...others.filter((one) => one.id !== fresh.id), fresh].map((one) => [one.id, one]))
  const sizes = new Map<string, { depth: number; conditions: number; reaches: boolean }>()
  const walking = new Set<string>()
  function sizeOf(id: string): { depth: number; conditions: number; reaches: boolean } {
    const known = sizes.get(id)
    if (known) return known
    if (walking.has(id)) return refuse(problems.circle)
    walking.add(id)
    const rule = nodes.get(id)?.rule ?? null
    const all = rule ? conditionsIn(rule) : []
    let [depth, conditions, reaches] = [0, all.length, id === fresh.id]
    for (const { condition } of all) {
      if (condition.field !== 'segment') continue
      for (const other of condition.values ?? []) {
        const one = sizeOf(String(other))
        depth = Math.max(depth, one.depth + 1)
        conditions += one.conditions
        reaches ||= one.reaches
      }
    }
    walking.delete(id)
    const size = { depth, conditions, reaches }
    sizes.set(id, size)
    return size
  }
  sizeOf(fresh.id)
  for (const id of nodes.keys()) {
    const { depth, conditions, reaches } = sizeOf(id)
    if (!reaches) continue
    if (depth > graphBounds.depth) refuse(problems.deep(graphBounds.depth))
    if (conditions > graphBounds.conditions) refuse(problems.large)
  }
}
