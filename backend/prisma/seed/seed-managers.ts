import type { Role } from '@counterpane/shared/domain/codes'
import { addressKeys } from './seed-keys'
import { personName } from './person-names'
import { randomFor } from './seed-random'
import type { SeedRow } from './seed-tables'

export const ownDomain = 'demo.example'
export interface SeedManager { id: string; name: string; role: Role; teamId: string | null; aliases: readonly string[] }

export const teams = [{ id: 'team-north', name: 'North' }, { id: 'team-south', name: 'South' }, { id: 'team-key', name: 'Key clients' }] as const

const person = (first: string, family: string, role: Role, teamId: (typeof teams)[number]['id']): SeedManager => ({
  id: first === 'Alexey' ? 'm-admin' : `m-${first.toLowerCase()}`, name: `${first} ${family}`, role, teamId,
  aliases: [first === 'Alexey' ? `admin@${ownDomain}` : `${first.toLowerCase()}@${ownDomain}`, `${first.toLowerCase()}.${family.toLowerCase()}@${ownDomain}`],
})
/** The team of the demo; the demo mailbox is Olga's. */
export const demoManagers: readonly SeedManager[] = [
  person('Olga', 'Smirnova', 'manager', 'team-north'), person('Anna', 'Orlova', 'manager', 'team-north'), person('Ivan', 'Kuznetsov', 'lead', 'team-north'), person('Peter', 'Novak', 'manager', 'team-north'),
  person('Maria', 'Sokolova', 'lead', 'team-south'), person('Dmitry', 'Volkov', 'manager', 'team-south'), person('Elena', 'Morozova', 'manager', 'team-south'), person('James', 'Carter', 'manager', 'team-south'),
  person('Nina', 'Lebedeva', 'lead', 'team-key'), person('Sergey', 'Pavlov', 'manager', 'team-key'), person('Kate', 'Wilson', 'manager', 'team-key'), person('Alexey', 'Frolov', 'administrator', 'team-key'),
]

const inRussian: Readonly<Record<string, string>> = {
  'Olga Smirnova': 'Ольга Смирнова', 'Anna Orlova': 'Анна Орлова', 'Ivan Kuznetsov': 'Иван Кузнецов', 'Peter Novak': 'Пётр Новак', 'Maria Sokolova': 'Мария Соколова', 'Dmitry Volkov': 'Дмитрий Волков',
  'Elena Morozova': 'Елена Морозова', 'James Carter': 'Джеймс Картер', 'Nina Lebedeva': 'Нина Лебедева', 'Sergey Pavlov': 'Сергей Павлов', 'Kate Wilson': 'Кейт Уилсон', 'Alexey Frolov': 'Алексей Фролов',
}
/** How a manager signs Russian letters and is addressed in them. */
export const russianName = (name: string) => inRussian[name] ?? name

/** The demo team first, then as many more as are asked for. */
export function seedManagers(count: number, seed: string): SeedManager[] {
  return Array.from({ length: count }, (_, index) => demoManagers[index] ?? moreManager(index, seed))
}

function moreManager(index: number, seed: string): SeedManager {
  const random = randomFor(seed, 'manager', index)
  const { name, first, family } = personName(random, 'en', random.below(97), 0)
  const number = String(index).padStart(4, '0')
  return { id: `m-${number}`, name, role: index % 12 === 4 ? 'lead' : 'manager', teamId: teams[index % teams.length]?.id ?? null, aliases: [`${first}.${family}.${index}@${ownDomain}`] }
}

export function* managerRows(managers: readonly SeedManager[], createdAt: number): Iterable<SeedRow> {
  for (const { id, name, role, teamId, aliases } of managers) {
    yield { table: 'Manager', row: { id, name, role, teamId, locale: null, active: 1, createdAt } }
    for (const [position, alias] of aliases.entries()) {
      const { address, addressKey } = addressKeys(alias)
      yield { table: 'ManagerAddress', row: { id: `${id}-a${position}`, managerId: id, address, addressKey, main: position === 0 ? 1 : 0 } }
    }
  }
}
