import { type FixedClient, fixedClients } from './fixed-clients'
import { fixedContacts, fixedTasks } from './fixed-histories'
import { type SeedManager, seedManagers } from './seed-managers'
import { randomFor, shares } from './seed-random'

export interface SeedSizes { counterparties: number; persons: number; contacts: number; tasks: number; managers: number }
/** What the database holds already: numbers go on from there, and managers that stand are not made again. */
export interface Standing { counterparties: number; persons: number; contacts: number; tasks: number; managers: readonly SeedManager[]; dictionaries: boolean }
export interface SeedOptions extends SeedSizes { seed?: string; now?: number; standing?: Standing }

/** The demo, the same every time. */
export const demoSizes: SeedSizes = { counterparties: 400, persons: 1_200, contacts: 20_000, tasks: 1_500, managers: 12 }
export const defaultSeed = 'counterpane'
export const defaultNow = Date.parse('2026-11-22T09:00:00+03:00')
export const nothingStanding: Standing = { counterparties: 0, persons: 0, contacts: 0, tasks: 0, managers: [], dictionaries: false }

/** Who gets how much. `…Of[i]` is where the i-th client's share begins, `…Of[i + 1]` where it ends; what lies beyond the last belongs to no client. */
export interface SeedPlan {
  sizes: SeedSizes
  seed: string
  now: number
  standing: Standing
  managers: readonly SeedManager[]
  fixed: readonly FixedClient[]
  personsOf: Float64Array
  contactsOf: Float64Array
  tasksOf: Float64Array
}

export function planSeed({ seed = defaultSeed, now = defaultNow, standing = nothingStanding, ...sizes }: SeedOptions): SeedPlan {
  const fixed = standing.counterparties === 0 ? fixedClients.slice(0, sizes.counterparties) : []
  const weights = new Float64Array(sizes.counterparties)
  for (let i = 0; i < weights.length; i++) weights[i] = fixed[i]?.weight ?? busyness(seed, standing.counterparties + i)
  const withClient = (total: number, share: number) => (sizes.counterparties === 0 ? 0 : total - Math.floor(total * share))
  const standingIds = new Set(standing.managers.map((manager) => manager.id))
  const managers = [...standing.managers, ...seedManagers(sizes.managers, seed).filter((manager) => !standingIds.has(manager.id))]
  return {
    sizes, seed, now, standing, fixed,
    managers: managers.slice(0, Math.max(sizes.managers, standing.managers.length)),
    personsOf: sharePersons(sizes.persons, weights, fixed),
    contactsOf: shareWithFixed(withClient(sizes.contacts, 0.015), weights, (i) => (fixed[i] ? fixedContacts[fixed[i].id]?.length ?? 0 : 0)),
    tasksOf: shareWithFixed(withClient(sizes.tasks, 0.02), weights, (i) => (fixed[i] ? fixedTasks[fixed[i].id]?.length ?? 0 : 0)),
  }
}

export const contactNumber = ({ standing }: Pick<SeedPlan, 'standing'>, number: number) => `c-${String(standing.contacts + number).padStart(8, '0')}`

/** A few clients are very busy, most are quiet: a log-normal spread. */
function busyness(seed: string, number: number): number {
  const random = randomFor(seed, 'busyness', number)
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Math.exp(1.1 * normal)
}

/** The fixed clients have their own people and no others. */
function sharePersons(total: number, weights: Float64Array, fixed: readonly FixedClient[]): Float64Array {
  const starts = new Float64Array(weights.length + 1)
  for (const [i, { persons }] of fixed.entries()) starts[i + 1] = Math.min(total, (starts[i] as number) + persons.length)
  const before = starts[fixed.length] as number
  const rest = shares(total - before, weights.slice(fixed.length).map(Math.sqrt), 1)
  for (let i = 1; i < rest.length; i++) starts[fixed.length + i] = before + (rest[i] as number)
  return starts
}

/** First what is written by hand, as far as the total goes, then the rest by weight. */
function shareWithFixed(total: number, weights: Float64Array, written: (client: number) => number): Float64Array {
  const byHand = new Float64Array(weights.length)
  let left = total
  for (let i = 0; i < weights.length; i++) left -= byHand[i] = Math.min(left, written(i))
  const free = shares(left, weights)
  const starts = new Float64Array(weights.length + 1)
  for (let i = 0; i < weights.length; i++) starts[i + 1] = (starts[i] as number) + (byHand[i] as number) + (free[i + 1] as number) - (free[i] as number)
  return starts
}
