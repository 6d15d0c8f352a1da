import { AppError } from '@counterpane/shared/errors/app-error'
import { readCursor } from '../../platform/http/cursor'
import type { Stretch } from './client-list-order'

/** In which stretch, and after which row of it, the next page begins. */
export interface Place { stretch: number; key: (string | number)[] }

/** A stretch that is one manager's is found by the manager. */
export function placeOf(cursor: string | undefined, stretches: readonly Stretch[]): Place | null {
  if (cursor === undefined) return null
  const shapes = new Set(stretches.map(({ keys }) => keys.length))
  const key = [...shapes].map((length) => { try { return readCursor(cursor, ['number', 'any', ...Array.from({ length }, () => 'any' as const)]) } catch { return null } }).find(Boolean)
  const [at, owner, ...rest] = key ?? []
  const known = typeof owner === 'string' ? stretches.findIndex(({ values }) => values[0] === owner) : Number(at)
  if (!key || stretches[known]?.keys.length !== rest.length || rest.some((part) => part === null)) throw new AppError('invalid-request', { errors: [{ path: 'cursor', message: 'not a cursor of this list' }] })
  return { stretch: known, key: rest as (string | number)[] }
}
