import type { FixedTask } from './fixed-contact'
import { fixedContacts, fixedTasks } from './fixed-histories'
import { type Client, twoYears } from './seed-clients'
import { fromWorkDays, onDay, toWorkDays, workDaysFrom } from './seed-clock'
import type { SeedManager } from './seed-managers'
import { contactNumber, type SeedPlan } from './seed-plan'
import { type Random, randomFor } from './seed-random'
import type { SeedRow } from './seed-tables'
import { voices } from './seed-telling'

const day = 86_400_000
const taskNumber = (plan: SeedPlan, number: number) => `t-${String(plan.standing.tasks + number).padStart(6, '0')}`

/** One client's tasks and notes: some late, some ahead, most done with a word about how it ended. */
export function* tasksOf(plan: SeedPlan, client: Client): Iterable<SeedRow> {
  const from = plan.tasksOf[client.place] as number
  const to = plan.tasksOf[client.place + 1] as number
  const written = client.fixed ? (fixedTasks[client.id] ?? []).slice(0, to - from) : []
  const random = randomFor(plan.seed, 'tasks', plan.standing.tasks + from)
  for (let number = from; number < to - written.length; number++) yield generated(plan, { random, number, client })
  for (const [place, task] of written.entries()) yield fixedTask(plan, { task, number: to - written.length + place, client })
}

/** What managers note for themselves, about no client in particular. */
export function* tasksWithoutClient(plan: SeedPlan): Iterable<SeedRow> {
  const from = plan.tasksOf.at(-1) as number
  const random = randomFor(plan.seed, 'tasks without a client', plan.standing.tasks + from)
  for (let number = from; number < plan.sizes.tasks; number++) yield generated(plan, { random, number, client: null })
}

function generated(plan: SeedPlan, { random, number, client }: { random: Random; number: number; client: Client | null }): SeedRow {
  const voice = voices[client?.language ?? (random.chance(0.4) ? 'en' : 'ru')]
  const manager = client && random.chance(0.9) ? client.manager : random.pick(plan.managers)
  const note = random.chance(0.14)
  const [title, result] = random.pick(voice.tasks)
  const { dueAt, doneAt } = termOf(plan, random, { client, note })
  const createdAt = Math.min(dueAt, plan.now) - random.between(1, 12) * day
  return { table: 'Task', row: {
    id: taskNumber(plan, number), kind: note ? 'note' : 'task', title: note ? random.pick(voice.notes) : title, dueAt, managerId: manager.id, createdById: (random.chance(0.2) ? leadOf(plan, manager) : manager).id,
    counterpartyId: client?.id ?? null, contactId: client && random.chance(0.4) ? someContact(plan, client, random) : null, dealId: null, result: doneAt !== null && !note && random.chance(0.7) ? result : '', doneAt,
    version: 1, createdAt, updatedAt: doneAt ?? createdAt,
  } }
}

/** Of ten: seven done, one late, two ahead. With a client that fell silent everything is done or forgotten. */
function termOf(plan: SeedPlan, random: Random, { client, note }: { client: Client | null; note: boolean }): { dueAt: number; doneAt: number | null } {
  const share = random.next()
  const silent = client !== null && client.active.to < toWorkDays(plan.now)
  if (!silent && share < 0.2) return { dueAt: workDaysFrom(plan.now, random.between(0, 15), random), doneAt: null }
  if (!silent && share < 0.3) return { dueAt: workDaysFrom(plan.now, -random.between(1, 12), random), doneAt: note ? plan.now - random.between(1, 20) * 3_600_000 : null }
  const start = Math.max(client?.active.from ?? 0, toWorkDays(plan.now - twoYears))
  const end = Math.min(client?.active.to ?? Infinity, toWorkDays(plan.now) - 1)
  const dueAt = fromWorkDays(start + (end - start) * random.next())
  return { dueAt, doneAt: Math.min(dueAt + random.between(-30, 20) * 3_600_000, plan.now - 3_600_000) }
}

const leadOf = ({ managers }: SeedPlan, manager: SeedManager) => managers.find(({ role, teamId }) => role === 'lead' && teamId === manager.teamId) ?? manager

function someContact(plan: SeedPlan, { place }: Client, random: Random): string | null {
  const from = plan.contactsOf[place] as number
  const count = (plan.contactsOf[place + 1] as number) - from
  return count === 0 ? null : contactNumber(plan, from + random.below(count))
}

function fixedTask(plan: SeedPlan, { task, number, client }: { task: FixedTask; number: number; client: Client }): SeedRow {
  const manager = plan.managers.find(({ id }) => id === task.manager) ?? client.manager
  const by = plan.managers.find(({ id }) => id === task.by) ?? manager
  const dueAt = onDay(plan.now, task.day, task.time)
  const doneAt = task.done === undefined ? null : dueAt - 1_800_000
  const createdAt = Math.min(dueAt, onDay(plan.now, 0, '08:00')) - 3 * day
  const writtenFrom = (plan.contactsOf[client.place + 1] as number) - writtenContacts(plan, client)
  const contact = task.contact !== undefined && task.contact < writtenContacts(plan, client) ? contactNumber(plan, writtenFrom + task.contact) : null
  return { table: 'Task', row: {
    id: taskNumber(plan, number), kind: task.kind ?? 'task', title: task.title, dueAt, managerId: manager.id, createdById: by.id, counterpartyId: client.id, contactId: contact, dealId: null,
    result: task.done ?? '', doneAt, version: 1, createdAt, updatedAt: doneAt ?? createdAt,
  } }
}

const writtenContacts = ({ contactsOf }: SeedPlan, { id, place }: Client) =>
  Math.min(fixedContacts[id]?.length ?? 0, (contactsOf[place + 1] as number) - (contactsOf[place] as number))
