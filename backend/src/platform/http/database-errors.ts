import { AppError } from '@counterpane/shared/errors/app-error'

/** SQLite's and Prisma's failures by what a caller can do about them; null when the error is not the database's. */
export function databaseErrorOf(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  const text = `${code} ${error.message} ${'meta' in error ? JSON.stringify(error.meta) : ''}`
  if (code === 'P2002') return new AppError('conflict', { cause: error })
  if (code === 'P2025' || code === 'P2003') return new AppError('not-found', { cause: error })
  if (/SQLITE_READONLY|readonly database|query_only/i.test(text)) return new AppError('database-read-only', { cause: error })
  if (code === 'P1008' || code === 'P2028' || code === 'P2024' || /SQLITE_BUSY|SQLITE_LOCKED|database (table )?is locked|SocketTimeout/i.test(text)) return new AppError('database-busy', { cause: error })
  if (/SQLITE_(FULL|IOERR|CANTOPEN|CORRUPT|NOTADB)|disk I\/O error|database or disk is full|unable to open/i.test(text)) return new AppError('database-unavailable', { cause: error })
  return null
}
