import { AppError } from '@counterpane/shared/errors/app-error'

export type CursorKey = (string | number | null)[]

/** The place after the last row, as an opaque text: keyset paging, stable under inserts. */
export const writeCursor = (key: CursorKey) => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Throws `invalid-request` for what we did not write ourselves: another list's cursor, or a broken one. */
export function readCursor(cursor: string, shape: readonly ('string' | 'number' | 'any')[]): CursorKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fits = Array.isArray(key) && key.length === shape.length && key.every((part: unknown, i) =>
      shape[i] === 'any' ? part === null || typeof part === 'string' || typeof part === 'number' : typeof part === shape[i])
    if (fits) return key as CursorKey
  } catch { /* said below */ }
  throw new AppError('invalid-request', { errors: [{ path: 'cursor', message: 'not a cursor of this list' }] })
}

/** One page and the cursor after it, out of `limit + 1` rows that were read. */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => CursorKey): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null }
}
