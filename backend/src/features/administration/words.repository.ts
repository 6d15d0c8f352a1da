import { clientWordNouns, type ClientWordNoun, type WordNoun } from '@counterpane/shared/domain/word-nouns'
import type { Db, Tx } from '../../platform/db/database'

/** A word of a list as it stands; `nameRu` of goals, `position` of the lists that keep an order. */
export interface WordState { name: string; nameRu: string | null; active: boolean; position: number }
export interface WordRecord extends WordState { id: string; noun: WordNoun }
interface Row { id: string; noun: WordNoun; name: string; nameRu: string | null; active: number; position: number }

export const isClientWord = (noun: WordNoun): noun is ClientWordNoun => clientWordNouns.some((one) => one === noun)
const every = `SELECT id, 'team' AS noun, name, NULL AS nameRu, active, 0 AS position FROM Team UNION ALL SELECT id, 'firm', name, NULL, active, 0 FROM Firm
  UNION ALL SELECT id, 'goal', name, nameRu, active, 0 FROM ContactType UNION ALL SELECT id, 'adSource', name, NULL, active, 0 FROM AdSource
  UNION ALL SELECT id, noun, name, NULL, active, position FROM DictionaryWord ORDER BY 2, 6, 3, 1`
const usage = `SELECT 'team' AS noun, teamId AS word, COUNT(*) AS used FROM Manager WHERE teamId IS NOT NULL GROUP BY teamId UNION ALL SELECT 'firm', firmId, COUNT(*) FROM Contact WHERE firmId IS NOT NULL GROUP BY firmId
  UNION ALL SELECT 'firm', firmId, COUNT(*) FROM ManagerFirm GROUP BY firmId UNION ALL SELECT 'goal', typeId, COUNT(*) FROM Contact WHERE typeId IS NOT NULL GROUP BY typeId
  UNION ALL SELECT 'adSource', adSourceId, COUNT(*) FROM Contact WHERE adSourceId IS NOT NULL GROUP BY adSourceId UNION ALL SELECT 'adSource', adSourceId, COUNT(*) FROM Counterparty WHERE adSourceId IS NOT NULL GROUP BY adSourceId
  ${clientWordNouns.map((noun) => `UNION ALL SELECT '${noun}', ${noun}, COUNT(*) FROM Counterparty WHERE ${noun} IS NOT NULL GROUP BY ${noun}`).join(' ')}`

export interface Usage { noun: WordNoun; word: string; used: number }
/** On the reading thread: counting goes over whole indexes. */
export function createWordsRepository({ sql, side }: Pick<Db, 'sql' | 'side'>) {
  return {
    list: (): WordRecord[] => sql.all<Row>(every).map((row) => ({ ...row, active: row.active === 1 })),
    usage: (): Promise<Usage[]> => side.all<Usage>(usage),
    clientsWith: (noun: ClientWordNoun, name: string) => sql.all<{ id: string }>(`SELECT id FROM Counterparty WHERE ${columns[noun]} = ? ORDER BY id`, [name]).map((row) => row.id),
  }
}
export type WordsRepository = ReturnType<typeof createWordsRepository>

const columns: Record<ClientWordNoun, string> = { industry: 'industry', region: 'region', status: 'status', turnover: 'turnover', class: 'class' }

export async function readWords(tx: Tx, noun: WordNoun): Promise<WordRecord[]> {
  const plain = { nameRu: null, position: 0 }
  if (noun === 'team') return (await tx.team.findMany()).map((row) => ({ ...plain, ...row, noun }))
  if (noun === 'firm') return (await tx.firm.findMany()).map((row) => ({ ...plain, ...row, noun }))
  if (noun === 'goal') return (await tx.contactType.findMany()).map((row) => ({ ...plain, ...row, noun }))
  if (noun === 'adSource') return (await tx.adSource.findMany()).map((row) => ({ ...plain, ...row, noun }))
  return (await tx.dictionaryWord.findMany({ where: { noun } })).map((row) => ({ ...row, nameRu: null, noun }))
}

export async function insertWord(tx: Tx, { id, noun, name, nameRu, position }: Omit<WordRecord, 'active'>): Promise<void> {
  if (noun === 'team') await tx.team.create({ data: { id, name } })
  else if (noun === 'firm') await tx.firm.create({ data: { id, name } })
  else if (noun === 'goal') await tx.contactType.create({ data: { id, name, nameRu } })
  else if (noun === 'adSource') await tx.adSource.create({ data: { id, name } })
  else await tx.dictionaryWord.create({ data: { id, noun, name, position } })
}

export async function updateWord(tx: Tx, { id, noun }: Pick<WordRecord, 'id' | 'noun'>, { nameRu, position, ...data }: Partial<WordState>): Promise<void> {
  const where = { id }
  if (noun === 'team') await tx.team.update({ where, data })
  else if (noun === 'firm') await tx.firm.update({ where, data })
  else if (noun === 'goal') await tx.contactType.update({ where, data: { ...data, ...(nameRu !== undefined && { nameRu }) } })
  else if (noun === 'adSource') await tx.adSource.update({ where, data })
  else await tx.dictionaryWord.update({ where, data: { ...data, ...(position !== undefined && { position }) } })
}

export async function deleteWord(tx: Tx, { id, noun }: Pick<WordRecord, 'id' | 'noun'>): Promise<void> {
  const where = { id }
  if (noun === 'team') await tx.team.delete({ where })
  else if (noun === 'firm') await tx.firm.delete({ where })
  else if (noun === 'goal') await tx.contactType.delete({ where })
  else if (noun === 'adSource') await tx.adSource.delete({ where })
  else await tx.dictionaryWord.delete({ where })
}

export async function isUsed(tx: Tx, { id, noun, name }: Pick<WordRecord, 'id' | 'noun' | 'name'>): Promise<boolean> {
  const one = { select: { id: true } } as const
  if (noun === 'team') return (await tx.manager.findFirst({ where: { teamId: id }, ...one })) !== null
  if (noun === 'firm') return (await tx.contact.findFirst({ where: { firmId: id }, ...one })) !== null || (await tx.managerFirm.count({ where: { firmId: id } })) > 0
  if (noun === 'goal') return (await tx.contact.findFirst({ where: { typeId: id }, ...one })) !== null
  if (noun === 'adSource') return (await tx.contact.findFirst({ where: { adSourceId: id }, ...one })) !== null || (await tx.counterparty.findFirst({ where: { adSourceId: id }, ...one })) !== null
  return (await tx.counterparty.findFirst({ where: { [noun]: name }, ...one })) !== null
}

/** Of these clients those on which the word still stands get another; gives their ids. */
export async function changeOnClients(tx: Tx, ids: readonly string[], { noun, from, to, at }: { noun: ClientWordNoun; from: string; to: string; at: Date }): Promise<string[]> {
  const changed = await tx.counterparty.updateManyAndReturn({ where: { id: { in: [...ids] }, [noun]: from }, data: { [noun]: to, updatedAt: at, version: { increment: 1 } }, select: { id: true } })
  return changed.map((row) => row.id)
}
