import { demoManagers } from '../../../prisma/seed/seed-managers'
import type { MailboxKind } from './world/calendar-world.types'

/** A manager of the demo with the calendar that is made for them. */
export interface DemoMember { id: string; name: string; address: string; teamId: string | null; lead: boolean; kind: MailboxKind; zone: string }
/** Somebody at a client, and whose client that is. */
export interface DemoGuest { name: string; address: string; client: string; managerId: string }
export interface StandingManager { id: string; name: string; address: string; teamId: string | null; role: string }

const onExchange = ['m-olga', 'm-ivan', 'm-dmitry', 'm-james', 'm-sergey', 'm-admin']
const elsewhere: Readonly<Record<string, string>> = { 'm-james': 'Europe/London', 'm-kate': 'Europe/London', 'm-peter': 'Europe/Vienna' }
export const homeZone = 'Europe/Moscow'

/** The seeded twelve, as far as they are there: half of them keep their calendar at Microsoft, half at Google. */
export function membersOf(managers: readonly StandingManager[]): DemoMember[] {
  const standing = new Map(managers.map((manager) => [manager.id, manager]))
  return demoManagers.map(({ id }) => standing.get(id)).filter((manager) => manager !== undefined)
    .map(({ id, name, address, teamId, role }) => ({ id, name, address, teamId, lead: role === 'lead', kind: onExchange.includes(id) ? 'exchange' : 'google', zone: elsewhere[id] ?? homeZone }))
}
