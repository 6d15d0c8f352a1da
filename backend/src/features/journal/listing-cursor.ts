import { readCursor, writeCursor } from '../../platform/http/cursor'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Sort } from './contact-sort'

/** The place after a row: its sort key, and among equal keys its time and id. */
export interface Place { sortKey: string | number; startsAt: number; id: string }

/** Newest first is what the history of a client goes on from too: there the place is time and id alone. Elsewhere it says whose sort it is. */
export function writePlace(sort: Sort, { sortKey, startsAt, id }: Place): string {
  return writeCursor(sort.name === '-startsAt' ? [startsAt, id] : [sort.name, sortKey, startsAt, id])
}

export function readPlace(sort: Sort, cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  if (sort.name === '-startsAt') {
    const [startsAt, id] = readCursor(cursor, ['number', 'string']) as [number, string]
    return { sortKey: startsAt, startsAt, id }
  }
  const [name, sortKey, startsAt, id] = readCursor(cursor, ['string', sort.kind, 'number', 'string']) as [string, string | number, number, string]
  if (name !== sort.name) throw new AppError('invalid-request', { errors: [{ path: 'cursor', message: 'a cursor of another sort' }] })
  return { sortKey, startsAt, id }
}
