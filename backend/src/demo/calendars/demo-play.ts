import { randomFor } from '../../../prisma/seed/seed-random'
import { inventMeeting } from './demo-appointment-words'
import type { DemoGuest, DemoMember } from './demo-team'
import { meetingLink } from './fill-calendars'
import type { CalendarCopy, CalendarWorld, Span, WorldClock } from './world/calendar-world.types'
import { dateOf, day, instantOf, midnight, wallOf } from './world/world-wall-time'

export type HappeningKind = 'arrived' | 'moved' | 'cancelled' | 'declined' | 'deleted'
/** `by`: the play, or a button of the page. */
export interface Happening { at: number; kind: HappeningKind; mailbox: string; subject: string; by: 'play' | 'page' }
export interface DemoPlayDeps { world: CalendarWorld; clock: WorldClock; members: readonly DemoMember[]; guests: readonly DemoGuest[]; isWatched(): boolean; everyMs?: number }

const minute = 60_000
/** So many meetings of its own stand at a time; then it moves and cancels only. */
const mostMeetings = 24
const kept = 30

/** What people do in their calendars while one watches: a meeting arrives, moves, is cancelled. Nothing happens unwatched or when paused. */
export function createDemoPlay({ world, clock, members, guests, isWatched, everyMs = 40_000 }: DemoPlayDeps) {
  const random = randomFor('play', String(Math.floor(clock.now().getTime() / 1_000)))
  const own: string[] = []
  const happened: Happening[] = []
  let paused = false
  let timer: NodeJS.Timeout | null = null
  let nextAt: number | null = null
  let made = 0

  function note(happening: Omit<Happening, 'at'>): Happening {
    const whole = { at: clock.now().getTime(), ...happening }
    happened.unshift(whole)
    happened.length = Math.min(happened.length, kept)
    return whole
  }

  /** A meeting with a client's person on one of the coming days, in the manager's working time. */
  function arrive(member: DemoMember, guest: DemoGuest, by: Happening['by']): Happening {
    const now = clock.now().getTime()
    const today = Math.floor(wallOf(now, member.zone) / day) * day
    const wall = today + random.between(1, 9) * day + (9 * 60 + 30 * random.below(16)) * minute
    const from = instantOf(wall, member.zone)
    const { minutes, ...words } = inventMeeting(random, guest, meetingLink(member.kind, random))
    const appointment = world.create({
      organizer: random.chance(0.5) ? guest : member, attendees: [{ ...guest, response: 'accepted' }, { name: member.name, address: member.address, response: 'accepted' }], ...words, zone: member.zone,
      span: { allDay: false, from, to: from + minutes * minute }, uid: `demo-play-${now}-${(made += 1)}@counterpane.example`,
    })
    own.push(appointment.id)
    return note({ kind: 'arrived', mailbox: member.address, subject: words.subject, by })
  }

  /** Meetings with clients that are still to come, of its own first. */
  function coming(): CalendarCopy[] {
    const now = clock.now().getTime()
    const known = new Set(guests.map(({ address }) => address))
    return members.flatMap(({ address }) => world.listOccurrences(address, { from: now + day, to: now + 21 * day }))
      .filter((copy) => copy.slot === null && copy.state === 'there' && copy.sensitivity === 'normal' && [copy.organizer, ...copy.attendees].some((one) => known.has(one.address)))
  }

  function step(): Happening | null {
    const share = random.next()
    const candidates = coming()
    const theirs = candidates.filter(({ appointmentId }) => own.includes(appointmentId))
    const copy = candidates.length > 0 ? random.pick(theirs.length > 4 ? theirs : candidates) : null
    if (copy && (share < 0.35 || own.length >= mostMeetings) && share >= 0.12) {
      world.move(copy.appointmentId, later(copy.span, random.pick([day, day, 2 * day, 90 * minute]), copy.zone))
      return note({ kind: 'moved', mailbox: copy.mailbox, subject: copy.subject, by: 'play' })
    }
    if (theirs[0] && share < 0.5) {
      world.cancel(theirs[0].appointmentId)
      own.splice(own.indexOf(theirs[0].appointmentId), 1)
      return note({ kind: 'cancelled', mailbox: theirs[0].mailbox, subject: theirs[0].subject, by: 'play' })
    }
    if (own.length >= mostMeetings) return null
    const guest = guests.length > 0 ? random.pick(guests.filter(({ managerId }) => members.some(({ id }) => id === managerId))) : null
    const member = guest && members.find(({ id }) => id === guest.managerId)
    return guest && member ? arrive(member, guest, 'play') : null
  }

  function schedule() {
    const delay = everyMs * (0.75 + random.next() / 2)
    nextAt = Math.round(clock.now().getTime() + delay)
    timer = setTimeout(() => {
      if (!paused && isWatched()) step()
      schedule()
    }, delay)
    timer.unref()
  }

  return {
    step, arrive, note,
    start: () => { if (timer === null) schedule() },
    stop() { if (timer) clearTimeout(timer); timer = null; nextAt = null },
    pause: (wanted: boolean) => { paused = wanted },
    state: () => ({ running: timer !== null, paused, nextAt: paused ? null : nextAt, happened: [...happened] }),
  }
}
export type DemoPlay = ReturnType<typeof createDemoPlay>

/** The same time of the clock some days on, or simply later. */
export function later(span: Span, milliseconds: number, zone: string): Span {
  if (span.allDay) return { allDay: true, from: dateOf(midnight(span.from) + milliseconds), to: dateOf(midnight(span.to) + milliseconds) }
  const from = milliseconds % day === 0 ? instantOf(wallOf(span.from, zone) + milliseconds, zone) : span.from + milliseconds
  return { allDay: false, from, to: from + (span.to - span.from) }
}
