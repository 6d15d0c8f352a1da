import type { Db, Tx } from './database'

type Asked = Tx | Db['prisma']

/**
 * SQL that names tables or columns taken from the schema itself or from a closed list of ours (retention, one person's data, what an import left behind): no template
 * can bind a name. Values are bound here as everywhere; nothing that anybody sent may stand in `text`. Who may use it is said in the architecture tests.
 */
export const querySchema = <T>(asked: Asked, text: string, ...values: readonly unknown[]): Promise<T[]> => asked.$queryRawUnsafe<T[]>(text, ...values)
export const runSchema = (asked: Asked, text: string, ...values: readonly unknown[]): Promise<number> => asked.$executeRawUnsafe(text, ...values)
