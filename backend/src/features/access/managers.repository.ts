import type { Manager, Preferences } from '@counterpane/shared/contract/access'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Db } from '../../platform/db/database'

const noPreferences: Preferences = { registerOnSend: false, followAsked: false, gmail: { visibility: 'full', keepFiles: true }, digest: { mine: false, team: false, at: 8, timeZone: 'UTC' } }

interface ManagerRow { id: string; name: string; role: Manager['role']; locale: Locale | null; teamId: string | null; teamName: string; addresses: string; preferences: string }

const select = `SELECT m.id, m.name, m.role, m.locale, m.preferences, m.teamId, t.name AS teamName,
  (SELECT json_group_array(a.address) FROM (SELECT address FROM ManagerAddress WHERE managerId = m.id ORDER BY main DESC, address) a) AS addresses
  FROM Manager m LEFT JOIN Team t ON t.id = m.teamId`

export function createManagersRepository({ sql, prisma }: Pick<Db, 'sql' | 'prisma'>) {
  const present = (row: ManagerRow): Manager => {
    const addresses = JSON.parse(row.addresses) as string[]
    return { id: row.id, name: row.name, email: addresses[0] ?? '', role: row.role, team: row.teamId ? { id: row.teamId, name: row.teamName } : null, addresses, locale: row.locale, preferences: { ...noPreferences, ...(JSON.parse(row.preferences) as Partial<Preferences>) } }
  }
  const one = (row: ManagerRow | null) => row && present(row)
  return {
    find: (id: string) => one(sql.first<ManagerRow>(`${select} WHERE m.id = ?`, [id])),
    findActive: (id: string) => one(sql.first<ManagerRow>(`${select} WHERE m.active = 1 AND m.id = ?`, [id])),
    findByAddress: (addressKey: string) => one(sql.first<ManagerRow>(`${select} WHERE m.active = 1 AND m.id = (SELECT managerId FROM ManagerAddress WHERE addressKey = ? ORDER BY main DESC LIMIT 1)`, [addressKey])),
    list: () => sql.all<ManagerRow>(`${select} WHERE m.active = 1 ORDER BY m.name, m.id`).map(present),
    async setPreferences(id: string, preferences: Preferences) { await prisma.manager.update({ where: { id }, data: { preferences }, select: { id: true } }) },
    async setLocale(id: string, locale: Locale | null) { await prisma.manager.update({ where: { id }, data: { locale }, select: { id: true } }) },
    dictionaries(locale: Locale) {
      const refs = (table: string) => sql.all<{ id: string; name: string }>(`SELECT id, name FROM ${table} WHERE active ORDER BY name, id`).map(({ id, name }) => ({ id, name }))
      const nameOf = ({ id, name, nameRu }: { id: string; name: string; nameRu: string | null }) => ({ id, name: locale === 'ru' ? nameRu ?? name : name })
      const types = (active: 0 | 1) => sql.all<{ id: string; name: string; nameRu: string | null }>('SELECT id, name, nameRu FROM ContactType WHERE active = ? ORDER BY id', [active]).map(nameOf)
      const gone = sql.all<{ id: string; name: string }>(['Team', 'Firm', 'AdSource', 'Manager'].map((table) => `SELECT id, name FROM ${table} WHERE NOT active`).join(' UNION ALL ')).map(({ id, name }) => ({ id, name }))
      const words = sql.all<{ noun: string; name: string }>('SELECT noun, name FROM DictionaryWord WHERE active ORDER BY noun, position, name')
      const of = (noun: string) => words.filter((word) => word.noun === noun).map(({ name }) => name)
      return {
        contactTypes: types(1), retired: [...types(0), ...gone],
        firms: refs('Firm'), adSources: refs('AdSource'), teams: refs('Team'),
        industries: of('industry'), regions: of('region'), statuses: of('status'), turnovers: of('turnover'), classes: of('class'),
      }
    },
  }
}
export type ManagersRepository = ReturnType<typeof createManagersRepository>
