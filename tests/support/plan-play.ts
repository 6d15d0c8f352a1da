import { createCalendarWorld } from '@counterpane/backend/demo/calendars/world/calendar-world'
import type { CalendarProvider } from '@counterpane/shared/contract/calendar'
import { createStandingClock } from './calendar-workers'
import { planMailbox, planManagers, type PlanDatabase } from './plan-database'
import { createPlanHouse, type HeldCalendar, type RoundEnd } from './plan-house'
import { contactsOf, differences, stillGoes } from './plan-oracle'
import { createPeopleHand } from './plan-people'
import { openFaces, type PlanServer } from './plan-server'
import { hereVerbs, planTroubles, worldVerbs, type Plan, type Step } from './plan-steps'
import { createWorldHand, planStart } from './plan-world'

const day = 86_400_000
export interface PlanGround { database: PlanDatabase; server: PlanServer; providers: readonly [CalendarProvider, ...CalendarProvider[]] }
/** What was played, all plans together. */
export interface PlanTally { steps: number; rounds: number; full: number; failed: number; crashed: number; lost: number; requests: number; contacts: number }
export const noTally = (): PlanTally => ({ steps: 0, rounds: 0, full: 0, failed: 0, crashed: 0, lost: 0, requests: 0, contacts: 0 })

const isOf = <T extends string>(verbs: readonly T[], verb: string): verb is T => (verbs as readonly string[]).includes(verb)
const must = (holds: boolean, what: string) => { if (!holds) throw new Error(what) }

/** Plays one plan from an empty journal to its end, and looks at the invariants on the way and behind it. */
export async function playPlan({ database, server, providers }: PlanGround, plan: Plan, tally: PlanTally): Promise<void> {
  database.empty()
  const clock = createStandingClock(new Date(planStart).toISOString())
  const world = createCalendarWorld({ clock, seed: 7 })
  const faces = openFaces(providers, { world, clock, root: server.root, habits: plan.habits })
  server.serve(faces.handler, clock)
  const given = planManagers.slice(0, plan.managers).map((managerId, index) => {
    const provider = providers[index % providers.length] ?? providers[0]
    const mailbox = planMailbox(managerId)
    world.addMailbox({ address: mailbox, name: managerId, kind: provider === 'graph' ? 'exchange' : 'google', zone: 'Europe/Vienna' })
    return { managerId, mailbox, provider, face: faces.of(provider) }
  })
  const house = createPlanHouse({ database, plan, clock, calendars: given })
  const people = createPeopleHand(database, { clock, rematchWaiting: house.rematchWaiting })
  const hand = createWorldHand(world, house.calendars.map(({ managerId }) => managerId))
  const look = { database, world, calendars: house.calendars, people, plan }
  const waits = new Map<string, number>()
  let known = 0

  /** Nothing was cancelled that its calendar shows, nothing is gone, people's words stand: after each round, however it ended. */
  function lookAfter(calendar: HeldCalendar, before: ReadonlyMap<string, string | null>, end: RoundEnd) {
    const contacts = contactsOf(database)
    for (const { id, calendarKey, cancellation } of contacts) {
      if (cancellation === null || before.get(id) === cancellation || !before.has(id)) continue
      const copy = before.get(id) === null ? stillGoes(look, calendar, calendarKey) : null
      must(copy === null, `a meeting was called off though its calendar shows it, after a round that ended ${JSON.stringify(end)}: ${cancellation} ${JSON.stringify(copy)}`)
    }
    must(contacts.length >= known, 'a contact is gone')
    known = contacts.length
    const lost = people.lost()
    must(lost === null, `people's words: ${lost}`)
  }
  const cancellations = () => new Map(contactsOf(database).map(({ id, cancellation }) => [id, cancellation]))
  async function watched(calendar: HeldCalendar, work: () => Promise<RoundEnd>): Promise<RoundEnd> {
    const before = cancellations()
    const end = await work()
    if (end.kind !== 'done') await server.quiet()
    lookAfter(calendar, before, end)
    tally.rounds += 1
    if (end.kind === 'done') tally.full += Number(end.result.kind === 'full')
    else tally[end.kind] += 1
    return end
  }

  function trouble({ face, mailbox }: HeldCalendar, { which, when }: Step) {
    const kind = planTroubles[which % planTroubles.length] ?? 'unavailable'
    const place = (['any', 'later-page', 'item', 'later-page'] as const)[when % 4] ?? 'any'
    // Of four that are read at once three are under way when the fourth is told to wait.
    if (place !== 'later-page' && (kind === 'throttled' || kind === 'busy')) waits.set(mailbox, (waits.get(mailbox) ?? 0) + 1)
    face.trouble(kind, mailbox, place)
  }
  async function take(step: Step): Promise<void> {
    const { verb, who, which, when } = step
    const calendar = house.calendars[who % house.calendars.length]
    if (!calendar || verb === 'rest') return
    const { face, mailbox, managerId } = calendar
    if (isOf(worldVerbs, verb)) return hand(verb, step)
    if (isOf(hereVerbs, verb)) return people.act(verb, step)
    if (verb === 'expire') return face.expire(mailbox)
    if (verb === 'trouble') return trouble(calendar, step)
    if (verb === 'poison') {
      const list = world.listOccurrenceIds(mailbox, { from: planStart - 20 * day, to: planStart + 45 * day })
      const one = list[which % Math.max(1, list.length)]
      return one && face.poison(mailbox, one.eventId)
    }
    if (verb === 'days') return clock.advance((1 + (when % 4)) * day)
    if (verb === 'crash') { await watched(calendar, () => house.runUntilCrash(calendar, 1 + (when % 40))); return }
    if (verb === 'round') { await watched(calendar, () => house.run(calendar)); if (when % 3 === 0) clock.advance(100_000); return }
    await watched(calendar, async () => {
      const { old, later, wroteAfterwards } = await house.runAndLose(calendar)
      must(!wroteAfterwards, `a stale hold of ${managerId} wrote`)
      // Without anything to write a stale hand does not notice.
      must(later === null || old.kind !== 'crashed', 'the stale round broke')
      return old
    })
  }

  const said = () => house.calendars.map(({ face, mailbox }) => face.requests(mailbox)).reduce((sum, count) => sum + count, 0)
  try {
    for (const step of plan.steps) {
      clock.advance(1_000)
      await take(step)
      tally.steps += 1
    }
    for (const face of faces.all) face.calm()
    // The longest wait is over, and what could not be read may be tried again.
    clock.advance(2 * 3_600_000)
    for (const calendar of house.calendars) await settle(calendar)
    const found = differences(look)
    must(found.length === 0, `${found.length} differences:\n${found.slice(0, 8).join('\n')}`)
    for (const { face, mailbox } of house.calendars) {
      const { early, mostInFlight } = face.counts(mailbox)
      must(early <= (waits.get(mailbox) ?? 0) * 3, `${early} requests before a Retry-After had ended`)
      must(mostInFlight <= 4, `${mostInFlight} requests at once`)
    }
    must(server.early() === 0, `${server.early()} requests left before a Retry-After had ended`)
    for (const face of faces.all) must(face.letters() === 0, 'a guest received a letter')
  } finally {
    tally.requests += said()
    tally.contacts += known
    for (const face of faces.all) face.close()
  }

  /** Three rounds at most; the last of them has nothing to do: one request, no write. */
  async function settle(calendar: HeldCalendar): Promise<void> {
    let last = ''
    for (let rounds = 0; rounds < 4; rounds++) {
      const before = { requests: calendar.face.requests(calendar.mailbox), writes: database.writes() }
      const end = await watched(calendar, () => house.run(calendar))
      const asked = calendar.face.requests(calendar.mailbox) - before.requests
      must(end.kind === 'done', `a round without troubles ended ${JSON.stringify(end)}`)
      if (end.kind === 'done' && end.result.kind === 'delta' && !end.result.changed && asked === 1 && database.writes() === before.writes) return
      last = `${JSON.stringify(end)}, ${asked} requests, ${database.writes() === before.writes ? 'nothing' : 'something'} written`
    }
    throw new Error(`three rounds were not enough: ${last}`)
  }
}
