import type { RecentDecision } from '@counterpane/shared/contract/unrecognised'
import { readCursor, toPage } from '../../platform/http/cursor'
import type { Carrying } from './decision-carrying'
import type { DecisionRow, RecentDecisionsRepository } from './recent-decisions.repository'
import { readableSender, senderOfId } from './sender-keys'
import type { Viewer } from './unrecognised.types'

export interface RecentDecisionsDeps { decisions: RecentDecisionsRepository; carrying: Pick<Carrying, 'resume'> }

const shownGroups = 20
const iso = (ms: number) => new Date(ms).toISOString()

/** What was decided lately, by whom, and what of it may be taken back. Whatever was stopped midway goes on when it is seen here. */
export function createRecentDecisions({ decisions, carrying }: RecentDecisionsDeps) {
  return async (limit: number, cursor: string | undefined, { caller }: Viewer): Promise<{ items: RecentDecision[]; nextCursor: string | null }> => {
    const place = cursor === undefined ? null : readCursor(cursor, ['number', 'string']) as [number, string]
    const page = toPage(await decisions.page(caller.id, place && { at: place[0], setId: place[1] }, limit + 1), limit, ({ at, setId }) => [at, setId])
    const filed = await decisions.filed(caller.id, page.rows.map(({ setId }) => setId))
    if (page.rows.some((row) => isGoing(row))) carrying.resume()
    return { items: page.rows.map((row) => present(row, filed.get(row.setId) ?? 0, caller)), nextCursor: page.nextCursor }
  }
}

const isGoing = ({ going, undoneAt }: DecisionRow) => going === 1 && undoneAt === null

function present(row: DecisionRow, filed: number, caller: Viewer['caller']): RecentDecision {
  const groups = (JSON.parse(row.groups) as string[]).sort()
  return {
    id: row.setId, decision: row.action, at: iso(row.at), by: row.byId === null || row.by === null ? null : { id: row.byId, name: row.by },
    groups: groups.slice(0, shownGroups).map((id) => { const { kind, value } = senderOfId(id); return { kind, value, name: readableSender({ kind, value }) } }), groupCount: groups.length,
    counterparty: row.clientId === null ? null : { id: row.clientId, name: row.client ?? '' }, filed, own: row.own === 1, going: isGoing(row),
    undoneAt: row.undoneAt === null ? null : iso(row.undoneAt), mayUndo: row.undoneAt === null && (row.byId === caller.id || caller.role !== 'manager'),
  }
}
