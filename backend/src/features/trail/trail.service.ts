import type { TrailEntry } from '@counterpane/shared/contract/trail'
import { readCursor, writeCursor } from '../../platform/http/cursor'
import type { Place, TrailRepository } from './trail.repository'
import type { TrailFilter, TrailNeeds, TrailReader } from './trail.types'

/** A page of the trail may be empty and go on: `lookedTo` says how far back it has looked. */
export function createTrail({ trail, tell }: { trail: TrailRepository; tell: TrailNeeds['tell'] }) {
  async function search(filter: TrailFilter, { cursor, limit, reader }: { cursor?: string | undefined; limit: number; reader: TrailReader }) {
    const after = cursor === undefined ? null : placeOf(cursor)
    const { rows, next } = await trail.page({ filter, after, limit })
    const told = tell(rows, reader)
    const items = rows.map(({ managerId, managerName, before: _before, after: _after, undoneAt, at, ...row }, index): TrailEntry => ({
      ...row, at: new Date(at).toISOString(), manager: managerId === null ? null : { id: managerId, name: managerName ?? '' }, undone: undoneAt !== null, ...told[index]!,
    }))
    // Whoever asks for a thing by its name must not learn from an answer without words that there is one.
    const shown = filter.thing ? items.filter(({ nounId }, index) => nounId === rows[index]!.nounId) : items
    return { items: shown, nextCursor: next && writeCursor([next.at, next.id]), lookedTo: next && new Date(next.at).toISOString() }
  }
  return { search }
}
export type Trail = ReturnType<typeof createTrail>

function placeOf(cursor: string): Place {
  const [at, id] = readCursor(cursor, ['number', 'string'])
  return { at: Number(at), id: String(id) }
}
