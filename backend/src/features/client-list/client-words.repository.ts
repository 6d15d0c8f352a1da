import type { ClientWords } from '@counterpane/shared/contract/client-list'
import type { Db } from '../../platform/db/database'

const nouns = ['class', 'industry', 'region', 'status', 'turnover'] as const
const kinds = ['client', 'dealer', 'supplier', 'competitor', 'private']
const most = 500

/** Words to choose from: those of the dictionary in its order, then others that clients have. Each distinct word costs one look into the index. */
export function createClientWords({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  const inUse = async (field: (typeof nouns)[number] | 'kind') => {
    const rows = field === 'kind' || field === 'turnover'
      ? await side.all<{ word: string }>(`SELECT DISTINCT ${field} AS word FROM Counterparty INDEXED BY "ClientList_name" WHERE ${field} IS NOT NULL LIMIT ${most}`)
      : await side.all<{ word: string }>(`WITH RECURSIVE w (word) AS (SELECT MIN(${field}) FROM Counterparty UNION ALL SELECT (SELECT MIN(${field}) FROM Counterparty WHERE ${field} > w.word) FROM w WHERE w.word IS NOT NULL)
          SELECT word FROM w WHERE word IS NOT NULL LIMIT ${most}`)
    return rows.map(({ word }) => word)
  }
  return async (): Promise<ClientWords> => {
    const listed = sql.all<{ noun: string; name: string }>('SELECT noun, name FROM DictionaryWord WHERE active ORDER BY position, name')
    const used = await Promise.all([...nouns, 'kind' as const].map(async (field) => [field, await inUse(field)] as const))
    const words = used.map(([field, found]) => [field, [...new Set([...(field === 'kind' ? kinds : listed.filter(({ noun }) => noun === field).map(({ name }) => name)), ...found])]])
    return Object.fromEntries(words) as ClientWords
  }
}
