import path from 'node:path'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { z } from 'zod'
import { presentCopy } from './calendars-demo.presenter'
import type { DemoCalendarsRepository } from './demo-calendars.repository'
import type { DemoFace } from './demo-faces'
import { type DemoPlay, type Happening, later } from './demo-play'
import type { DemoGuest, DemoMember } from './demo-team'
import type { CalendarCopy, CalendarWorld, MailboxKind, WorldClock } from './world/calendar-world.types'
import { overlaps } from './world/world-wall-time'

export interface CalendarsDemoRoutesDeps {
  world: CalendarWorld; clock: WorldClock; members: readonly DemoMember[]; guests: readonly DemoGuest[]; play: DemoPlay; repository: DemoCalendarsRepository; faces: Readonly<Record<MailboxKind, DemoFace>>; watched(): void
}

const pages = path.join(__dirname, 'page')
const day = 86_400_000
const [back, ahead] = [7 * day, 21 * day]
const order = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('arrive'), mailbox: z.string(), guest: z.string() }),
  z.strictObject({ verb: z.enum(['move', 'cancel', 'decline', 'delete']), mailbox: z.string(), id: z.string() }),
  z.strictObject({ verb: z.enum(['outage', 'silence']), kind: z.enum(['exchange', 'google']), on: z.boolean() }),
  z.strictObject({ verb: z.literal('throttle'), kind: z.enum(['exchange', 'google']) }),
  z.strictObject({ verb: z.literal('sign-out'), mailbox: z.string(), on: z.boolean() }),
  z.strictObject({ verb: z.literal('expire'), mailbox: z.string() }),
  z.strictObject({ verb: z.literal('pause'), on: z.boolean() }),
])
type Order = z.infer<typeof order>
const throttleSeconds = 60
/** What left a calendar stays on the page for a while, so that one sees what the journal makes of it. */
const goneForMs = 15 * 60_000

/** `/demo/calendars`: the calendars as their owners see them, what people do in them, what can go wrong, and what the journal made of it. */
export function createCalendarsDemoRoutes({ world, clock, members, guests, play, repository, faces, watched }: CalendarsDemoRoutesDeps): Router {
  const routes = Router()
  const filled = new Map(members.map(({ address }) => [address, world.revision(address)]))
  const memberOf = (mailbox: string) => members.find(({ address }) => address === mailbox) ?? null

  function recentlyGone(mailbox: string, now: number): CalendarCopy[] {
    const found = world.changesSince(mailbox, filled.get(mailbox) ?? 0).map(({ eventId }) => world.find(mailbox, eventId))
    return found.filter((copy) => copy !== null).filter((copy) => copy.state === 'gone' && copy.type !== 'series' && copy.changedAt > now - goneForMs && overlaps(copy.span, { from: now - back, to: now + ahead }))
  }

  function state(mailbox: string) {
    const now = clock.now().getTime()
    const member = memberOf(mailbox) ?? members[0]
    const copies = member ? [...world.listOccurrences(member.address, { from: now - back, to: now + ahead }), ...recentlyGone(member.address, now)] : []
    const journal = member ? new Map(repository.journalOf(member.id, copies.map(({ eventId }) => eventId)).map((view) => [view.eventId, view])) : new Map()
    const standing = new Map(repository.calendars().map((view) => [view.managerId, view]))
    return {
      now: new Date(now).toISOString(), chosen: member?.address ?? null, zone: member?.zone ?? null,
      members: members.map(({ id, name, address, kind }) => ({ id, name, address, kind, calendar: standing.get(id) ?? null })),
      guests: member ? guests.filter(({ managerId }) => managerId === member.id).slice(0, 40).map(({ name, address, client }) => ({ name, address, client })) : [],
      items: member ? copies.map((copy) => presentCopy(copy, member, journal.get(copy.eventId) ?? null)) : [],
      troubles: { exchange: faces.exchange.standing(), google: faces.google.standing() }, play: play.state(),
    }
  }

  const verbs: Record<'move' | 'cancel' | 'decline' | 'delete', { kind: Happening['kind']; act(copy: CalendarCopy): void }> = {
    move: { kind: 'moved', act: (copy) => (copy.slot === null ? world.move(copy.appointmentId, later(copy.span, day, copy.zone)) : world.moveOccurrence(copy.appointmentId, copy.slot, later(copy.span, day, copy.zone))) },
    cancel: { kind: 'cancelled', act: (copy) => (copy.slot === null ? world.cancel(copy.appointmentId) : world.deleteOccurrence(copy.appointmentId, copy.slot)) },
    decline: { kind: 'declined', act: (copy) => world.decline(copy.appointmentId, copy.mailbox, copy.slot ?? undefined) },
    delete: { kind: 'deleted', act: (copy) => world.removeCopy(copy.appointmentId, copy.mailbox, copy.slot ?? undefined) },
  }

  /** False for what can't be done: nobody there, or no longer. */
  function carryOut(said: Order): boolean {
    if (said.verb === 'pause') return play.pause(said.on) ?? true
    if (said.verb === 'throttle') return faces[said.kind].throttle(throttleSeconds) ?? true
    if ('kind' in said) return faces[said.kind][said.verb](said.on) ?? true
    const member = memberOf(said.mailbox)
    if (!member) return false
    if (said.verb === 'sign-out') return faces[member.kind].signOut(member.address, said.on) ?? true
    if (said.verb === 'expire') return faces[member.kind].expire(member.address) ?? true
    if (said.verb === 'arrive') {
      const guest = guests.find(({ address }) => address === said.guest)
      return guest !== undefined && play.arrive(member, guest, 'page') !== null
    }
    const copy = world.find(member.address, said.id)
    if (!copy || copy.state === 'gone' || (said.verb === 'decline' && copy.organizedHere)) return false
    const { kind, act } = verbs[said.verb]
    act(copy)
    play.note({ kind, mailbox: member.address, subject: copy.subject, by: 'page' })
    return true
  }

  /** Whose calendars a trouble is about: they are looked at, so that one sees at once what it does. */
  function concerned(said: Order): string[] {
    if (said.verb === 'sign-out' || said.verb === 'expire') return [said.mailbox]
    return 'kind' in said ? members.filter(({ kind }) => kind === said.kind).map(({ address }) => address) : []
  }

  routes.get('/demo/calendars', (_request, response) => { response.sendFile(path.join(pages, 'calendars-page.html')) })
  routes.get('/demo/calendars/state', (request, response) => {
    watched()
    response.set('Cache-Control', 'no-store').json(state(String(request.query.mailbox ?? '')))
  })
  routes.post('/demo/calendars/do', ownPageOnly, express.json({ limit: '16kb' }), async (request, response) => {
    const said = order.safeParse(request.body)
    if (!said.success) return void response.status(400).json({ error: 'not an order' })
    const done = carryOut(said.data)
    const mailboxes = concerned(said.data)
    if (done && mailboxes.length > 0) await repository.ask(mailboxes)
    response.json({ done })
  })
  routes.use('/demo/calendars', express.static(pages, { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }))
  return routes
}

function ownPageOnly(request: Request, response: Response, next: NextFunction) {
  if (request.headers['sec-fetch-site'] && request.headers['sec-fetch-site'] !== 'same-origin') return void response.status(403).json({ error: 'foreign page' })
  next()
}
