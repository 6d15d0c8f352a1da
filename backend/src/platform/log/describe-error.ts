/**
 * An error as the log may hold it. Prisma's refusals quote the whole call with its values, which are somebody's mail: of those the last line says what
 * was wrong, and the frames say where.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const quotes = error.name.startsWith('PrismaClient')
  const message = quotes ? error.message.trimEnd().split('\n').at(-1)?.slice(0, 300) ?? '' : error.message
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 5)
  return [`${error.name}: ${message}`, ...frames].join('\n')
}
