import type { z } from 'zod'
import { conditionProblem, conditionsIn } from '@counterpane/shared/contract/segment-rule'
import { kindOfAttribute, type RuleGroup } from '@counterpane/shared/domain/rule-fields'
import type * as contract from '@counterpane/shared/contract/segments'
import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import { segmentProblems as problems } from '@counterpane/shared/text/segment-problems'
import { writeAudit } from '../../platform/db/audit'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { readCursor, toPage } from '../../platform/http/cursor'
import { assertFresh } from '../../platform/http/etag'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import type { SegmentConditionNeeds, SegmentConditions } from './segment-condition'
import { assertGraph, referredBy } from './segment-graph'
import { countOwned, deleteSegment, insertSegment, updateSegment, type SegmentFields, type SegmentRecord, type SegmentsRepository } from './segments.repository'

export interface SegmentsDeps { db: Db; clock: Clock; segments: SegmentsRepository; conditions: SegmentConditions; attributeTypes: SegmentConditionNeeds['attributeTypes'] }
type PatchBody = z.output<typeof contract.patchSegment>
const ownMost = 200
const previewed = 20

/** Own segments are one's own business. A shared one everybody uses; its owner, leads and administrators change it. */
export function createSegments({ db, clock, segments, conditions, attributeTypes }: SegmentsDeps) {
  const get = (caller: Caller, id: string): SegmentRecord => {
    const found = segments.find(id)
    if (!found || (!found.shared && found.ownerId !== caller.id)) throw new AppError('not-found')
    return found
  }
  const changeable = (caller: Caller, id: string) => {
    const found = get(caller, id)
    if (!mayChange(found, caller)) throw new AppError('forbidden')
    return found
  }
  /** What the shape of a rule does not say: that what it names is there, and may be named. */
  function assertRule(caller: Caller, { id, name, shared, rule }: Pick<SegmentFields, 'name' | 'shared' | 'rule'> & { id: string }) {
    if (!rule) return
    const types = attributeTypes()
    for (const { path, condition } of conditionsIn(rule)) {
      if (condition.field !== 'attribute') continue
      const type = types.get(condition.key ?? '')
      if (!type) throw refusal('invalid-request', ['rule', ...path, 'key'].join('.'), problems.attributeGone(condition.key ?? ''))
      const problem = conditionProblem(condition, kindOfAttribute[type])
      if (problem) throw refusal('invalid-request', ['rule', ...path, problem.at].join('.'), problems.condition)
    }
    const nodes = segments.nodes()
    const known = new Map(nodes.map((one) => [one.id, one]))
    const others = referredBy(rule).filter((one) => one !== id).map((one) => known.get(one))
    if (others.some((one) => !one || (!one.shared && one.ownerId !== caller.id))) throw refusal('invalid-request', 'rule', problems.gone)
    if (shared && others.some((one) => !one?.shared)) throw refusal('invalid-request', 'rule', problems.notShared)
    assertGraph({ id, name, shared, ownerId: caller.id, rule }, nodes)
  }
  const usersOf = (id: string) => segments.nodes().filter((one) => referredBy(one.rule).includes(id))
  const conditionOf = (caller: Caller, id: string) => {
    get(caller, id)
    return conditions.segmentCondition(id, caller) ?? { text: '0', values: [] }
  }

  return {
    get, changeable,
    list: (caller: Caller) => segments.list(caller.id),
    async create(caller: Caller, { rule: given, ...body }: z.output<typeof contract.createSegment>): Promise<SegmentRecord> {
      const rule = given ?? null
      const [id, at] = [uuidv7(), clock.now()]
      await db.write(async (tx) => {
        if ((await countOwned(tx, caller.id)) >= ownMost) throw refusal('conflict', '', problems.tooMany(ownMost))
        const fields: SegmentFields = { ...body, rule }
        assertRule(caller, { ...fields, id })
        await insertSegment(tx, { ...fields, id, kind: rule ? 'rule' : 'hand', ownerId: caller.id, at })
        await writeAudit(tx, { managerId: caller.id, noun: 'segment', nounId: id, action: 'created', at, after: fields })
      })
      return get(caller, id)
    },
    async patch(caller: Caller, id: string, { body, ifMatch }: { body: PatchBody; ifMatch: string | null }): Promise<SegmentRecord> {
      await db.write(async (tx) => {
        const before = changeable(caller, id)
        assertFresh(ifMatch, before.version, { required: false })
        const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<SegmentFields>
        if (change.rule && before.kind === 'hand') throw refusal('invalid-request', 'rule', problems.ofHand)
        const after = { ...before, ...change }
        if (before.shared && !after.shared) {
          if (before.ownerId !== caller.id) throw new AppError('forbidden')
          if (usersOf(id).some((one) => one.shared)) throw refusal('conflict', 'shared', problems.usedByShared)
        }
        assertRule(caller, after)
        const taken = before.owner === null ? { ownerId: caller.id } : {}
        await updateSegment(tx, id, { change: { ...change, ...taken }, at: clock.now() })
        await writeAudit(tx, { managerId: caller.id, noun: 'segment', nounId: id, action: 'changed', at: clock.now(), before: fieldsOf(before), after: change })
      })
      return get(caller, id)
    },
    async remove(caller: Caller, id: string, { anyway, ifMatch }: { anyway: boolean; ifMatch: string | null }): Promise<void> {
      await db.write(async (tx) => {
        const before = changeable(caller, id)
        assertFresh(ifMatch, before.version, { required: false })
        const users = usersOf(id)
        const views = segments.uses(id)
        // Names of others' own segments are not the caller's to read.
        const named = users.map((one) => (one.shared || one.ownerId === caller.id ? one.name : '…'))
        if (!anyway && (users.length > 0 || views > 0)) throw refusal('conflict', '', problems.used(named, views))
        await deleteSegment(tx, id)
        await writeAudit(tx, { managerId: caller.id, noun: 'segment', nounId: id, action: 'deleted', at: clock.now(), before: fieldsOf(before), after: {} })
      })
    },
    count: (caller: Caller, id: string) => segments.count(conditionOf(caller, id)),
    async rows(caller: Caller, id: string, { cursor, limit }: { cursor: string | undefined; limit: number }) {
      const after = cursor === undefined ? null : readCursor(cursor, ['string', 'string']) as [string, string]
      const found = await segments.ids(conditionOf(caller, id), { after, limit: limit + 1 })
      const { rows, nextCursor } = toPage(found, limit, (row) => [row.name, row.id])
      return { ids: rows.map((row) => row.id), nextCursor }
    },
    /** A rule that is not kept. */
    async preview(caller: Caller, { rule, segmentId }: { rule: RuleGroup; segmentId?: string }) {
      if (segmentId !== undefined) get(caller, segmentId)
      assertRule(caller, { id: segmentId ?? uuidv7(), name: '', shared: false, rule })
      const condition = conditions.ofRule(rule)
      const [count, rows] = await Promise.all([segments.count(condition), segments.ids(condition, { after: null, limit: previewed })])
      return { count, ids: rows.map((row) => row.id) }
    },
  }
}
export type Segments = ReturnType<typeof createSegments>

export const mayChange = ({ ownerId, shared }: Pick<SegmentRecord, 'ownerId' | 'shared'>, caller: Caller) => ownerId === caller.id || (shared && caller.role !== 'manager')
const fieldsOf = ({ name, shared, rule }: SegmentRecord): SegmentFields => ({ name, shared, rule })
export const refusal = (code: 'conflict' | 'invalid-request', path: string, words: Words) => new AppError(code, { words, ...(path !== '' && { errors: [{ path, message: words.en }] }) })
