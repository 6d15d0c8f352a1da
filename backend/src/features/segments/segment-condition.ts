import type { AttributeType } from '@counterpane/shared/contract/attribute'
import type { RuleGroup } from '@counterpane/shared/domain/rule-fields'
import type { Clock } from '../../ports/clock'
import { ruleSql, type RuleNeeds, type RuleSql } from './rule-sql'
import { graphBounds } from './segment-graph'

/** `attributeTypes`: of those that are defined for clients, by key. */
export interface SegmentConditionNeeds {
  clock: Clock
  node(id: string): { kind: 'hand' | 'rule'; rule: string | null; ownerId: string; shared: number } | null
  attributeTypes(): ReadonlyMap<string, AttributeType>
}

const members = 'c.id IN (SELECT x.counterpartyId FROM SegmentMember x WHERE x.segmentId = ?)'

/** Segments as conditions on a client, alias `c`. */
export function createSegmentConditions({ clock, node, attributeTypes }: SegmentConditionNeeds) {
  function needsAt(depth: number, now: number): RuleNeeds {
    const types = attributeTypes()
    return { now, attributeType: (key) => types.get(key) ?? null, segment: (id) => (depth >= graphBounds.depth ? null : conditionOf(id, depth + 1, now)) }
  }
  function conditionOf(id: string, depth: number, now: number): RuleSql | null {
    const found = node(id)
    if (!found) return null
    if (found.kind === 'hand') return { text: members, values: [id] }
    const rule = found.rule === null ? null : JSON.parse(found.rule) as RuleGroup
    return rule && ruleSql(rule, needsAt(depth, now))
  }
  return {
    ofRule: (rule: RuleGroup): RuleSql => ruleSql(rule, needsAt(0, clock.now().getTime())),
    /** Null: there is none of that id that the caller may know of. */
    segmentCondition(segmentId: string, caller: { id: string }): RuleSql | null {
      const found = node(segmentId)
      return found && (found.shared === 1 || found.ownerId === caller.id) ? conditionOf(segmentId, 0, clock.now().getTime()) : null
    },
  }
}
export type SegmentConditions = ReturnType<typeof createSegmentConditions>
export type SegmentCondition = SegmentConditions['segmentCondition']
