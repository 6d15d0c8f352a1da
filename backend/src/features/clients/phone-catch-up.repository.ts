import type { Db } from '../../platform/db/database'
import { phoneKeyOf } from './phone-key'

type Table = 'CounterpartyPhone' | 'PersonPhone'
/** How far each table was looked through; ids grow with time, so that later rows come after. */
type State = Record<Table, string>
const setting = 'phone-keys'
const slice = 500

const stateOf = ({ sql }: Pick<Db, 'sql'>): State => ({
  CounterpartyPhone: '', PersonPhone: '', ...JSON.parse(sql.first<{ value: string }>('SELECT value FROM Setting WHERE name = ?', [setting])?.value ?? '{}') as Partial<State>,
})

/** Gives phones written without a key theirs, some at a time; gives how many were looked at, 0: all are done. What can't be called is looked at once and stays without. */
export async function keySomePhones(db: Pick<Db, 'sql' | 'side' | 'write'>, at: Date): Promise<number> {
  const state = stateOf(db)
  for (const table of ['CounterpartyPhone', 'PersonPhone'] as const) {
    const rows = await db.side.all<{ id: string; phone: string }>(`SELECT id, phone FROM ${table} WHERE phoneKey IS NULL AND id > ? ORDER BY id LIMIT ${slice}`, [state[table]])
    const last = rows.at(-1)
    if (!last) continue
    const keyed = JSON.stringify(rows.flatMap(({ id, phone }) => { const key = phoneKeyOf(phone); return key === null ? [] : [[id, key]] }))
    const value = { ...state, [table]: last.id }
    await db.write(async (tx) => {
      if (table === 'CounterpartyPhone') await tx.$executeRaw`UPDATE CounterpartyPhone SET phoneKey = f.value ->> 1 FROM json_each(${keyed}) f WHERE CounterpartyPhone.id = f.value ->> 0 AND CounterpartyPhone.phoneKey IS NULL`
      else await tx.$executeRaw`UPDATE PersonPhone SET phoneKey = f.value ->> 1 FROM json_each(${keyed}) f WHERE PersonPhone.id = f.value ->> 0 AND PersonPhone.phoneKey IS NULL`
      await tx.setting.upsert({ where: { name: setting }, create: { name: setting, value, updatedAt: at }, update: { value, updatedAt: at } })
    })
    return rows.length
  }
  return 0
}
