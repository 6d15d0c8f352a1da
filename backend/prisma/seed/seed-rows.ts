import { clientAt, clientRows, twoYears } from './seed-clients'
import { contactsOf, contactsWithoutClient } from './seed-contacts'
import { dictionaryRows } from './seed-dictionaries'
import { managerRows } from './seed-managers'
import { personRows, personsOf, personsWithoutClient } from './seed-persons'
import { planSeed, type SeedOptions, type SeedPlan } from './seed-plan'
import type { SeedRow } from './seed-tables'
import { tasksOf, tasksWithoutClient } from './seed-tasks'

/**
 * Everything, one row after the other, parents before their children. Only one client with its people is in memory at a time:
 * every row is made from its number and the seed, so that ten million contacts need no more room than ten.
 */
export function* seedRows(options: SeedOptions): Generator<SeedRow, void> {
  const plan = planSeed(options)
  if (plan.managers.length === 0) return
  const standing = new Set(plan.standing.managers.map((manager) => manager.id))
  if (!plan.standing.dictionaries) yield* dictionaryRows()
  yield* managerRows(plan.managers.filter((manager) => !standing.has(manager.id)), plan.now - twoYears)
  yield* clientsWithPeople(plan)
  for (const person of personsWithoutClient(plan)) yield* personRows(person)
  for (let place = 0; place < plan.sizes.counterparties; place++) {
    const client = clientAt(plan, place)
    yield* contactsOf(plan, client, personsOf(plan, client))
    yield* tasksOf(plan, client)
  }
  yield* contactsWithoutClient(plan)
  yield* tasksWithoutClient(plan)
}

function* clientsWithPeople(plan: SeedPlan): Iterable<SeedRow> {
  for (let place = 0; place < plan.sizes.counterparties; place++) {
    const client = clientAt(plan, place)
    yield* clientRows(client)
    for (const person of personsOf(plan, client)) yield* personRows(person)
  }
}
