import { type Random, randomFor } from '../../../prisma/seed/seed-random'
import { inventMeeting, languageOf, statusOf, wordsFor } from './demo-appointment-words'
import { type DemoGuest, type DemoMember, homeZone } from './demo-team'
import type { CalendarWorld, MailboxKind, NewAttendee, Span } from './world/calendar-world.types'
import { dateOf, day, instantOf, wallOf } from './world/world-wall-time'

const [minute, week] = [60_000, 7 * day]
/** Monday of the week, as a wall-clock midnight in the team's zone. */
export function mondayOf(now: number): number {
  const midnight = Math.floor(wallOf(now, homeZone) / day) * day
  return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day
}
const weeksAhead = 6

export interface FillDeps { world: CalendarWorld; members: readonly DemoMember[]; guests: readonly DemoGuest[]; now: number; /** The first week that is filled, as `mondayOf` counts. */ from: number; /** The week in which the demo began: of those before it little is left. */ since: number }

export const meetingLink = (kind: MailboxKind, random: Random): string => {
  const letters = (length: number) => Array.from({ length }, () => 'abcdefghijkmnopqrstuvwxyz'[random.below(25)]).join('')
  return kind === 'google' ? `https://meet.google.com/${letters(3)}-${letters(4)}-${letters(3)}` : `https://teams.microsoft.com/l/meetup-join/${letters(24)}`
}

/** The calendars of the demo's team, the same for the same weeks, whenever they are filled. */
export function fillCalendars({ world, members, guests, now, from, since }: FillDeps): void {
  const thisWeek = mondayOf(now)
  const last = thisWeek + weeksAhead * week
  const guestsOf = new Map(members.map(({ id }) => [id, guests.filter(({ managerId }) => managerId === id).slice(0, 10)]))
  const at = ({ zone }: Pick<DemoMember, 'zone'>, wall: number, minutes: number): Span => ({ allDay: false, from: instantOf(wall, zone), to: instantOf(wall, zone) + minutes * minute })
  const uid = ({ kind }: DemoMember, name: string) => `demo-${name}@${kind === 'google' ? 'google.com' : 'counterpane.example'}`
  const asGuest = ({ name, address }: { name: string; address: string }, response: NewAttendee['response'] = 'accepted'): NewAttendee => ({ name, address, response })

  function teamSeries() {
    for (const teamId of new Set(members.map((member) => member.teamId))) {
      const team = members.filter((member) => member.teamId === teamId)
      const lead = team.find((member) => member.lead) ?? team[0]
      if (!lead || team.length < 2) continue
      const words = wordsFor('ru')
      world.create({
        organizer: lead, attendees: team.filter((one) => one !== lead).map((one) => asGuest(one)), subject: words.team, location: words.room, uid: uid(lead, `team-${teamId}`),
        span: at({ zone: homeZone }, from + 10 * 60 * minute, 30), zone: homeZone, recurrence: { every: 'week', count: Math.round((last - from) / week) },
      })
    }
  }

  function clientSeries(member: DemoMember, place: number) {
    const guest = guestsOf.get(member.id)?.[0]
    if (!guest || place % 2 === 1) return
    const wall = from + 3 * day + (11 * 60 + place * 15) * minute
    const made = world.create({
      organizer: member, attendees: [asGuest(guest)], subject: statusOf(guest), online: meetingLink(member.kind, randomFor('calendars', 'series', place)), uid: uid(member, `status-${member.id}`),
      span: at(member, wall, 30), zone: member.zone, recurrence: { every: 'week', count: Math.round((last - from) / week) },
    })
    const slots = world.slots(made.id)
    const next = slots.find((slot) => typeof slot === 'number' && slot > instantOf(thisWeek + week, homeZone))
    if (typeof next === 'number' && place % 4 === 0) world.moveOccurrence(made.id, next, { allDay: false, from: next + 120 * minute, to: next + 150 * minute })
    const left = slots.find((slot) => typeof slot === 'number' && slot > instantOf(thisWeek + 2 * week, homeZone))
    if (left !== undefined && place % 4 === 2) world.deleteOccurrence(made.id, left)
  }

  /** One meeting with somebody at a client; now and then a colleague comes along, now and then the client invites. */
  function withClient(member: DemoMember, { wall, name, random }: { wall: number; name: string; random: Random }) {
    const mine = guestsOf.get(member.id) ?? []
    if (mine.length === 0) return
    const guest = random.pick(mine)
    const others = mine.filter((one) => one.client === guest.client && one !== guest).slice(0, random.below(3))
    const { minutes, ...words } = inventMeeting(random, guest, meetingLink(member.kind, random))
    const colleague = random.chance(0.25) ? random.pick(members.filter((one) => one.id !== member.id)) : null
    const invites = random.chance(0.3)
    const staff = [...(invites ? [asGuest(member, random.chance(0.2) ? 'none' : 'accepted')] : []), ...(colleague ? [asGuest(colleague)] : [])]
    world.create({
      organizer: invites ? guest : member, attendees: [...(invites ? [] : [asGuest(guest, random.pick(['accepted', 'accepted', 'tentative', 'none']))]), ...others.map((one) => asGuest(one, 'none')), ...staff],
      ...words, uid: uid(member, name), span: at(member, wall, minutes), zone: member.zone,
    })
  }

  function ownWeek(member: DemoMember, monday: number, place: number) {
    const name = `${dateOf(monday)}-${member.id}`
    const number = Math.round(monday / week)
    const distance = Math.round((monday - thisWeek) / week)
    const random = randomFor('calendars', name)
    const some = [random.below(2), 2, 3 + random.below(2)]
    // The nearer a week comes, the fuller it is; what stood in it once stays. The first of the team has something every day, so that "today" is never empty.
    const days = monday < since ? (place % 3 === 0 ? [3] : []) : distance > 2 ? some.slice(0, 1) : distance < 2 && place < 3 ? [...(place === 0 ? [0, 1, 2, 3, 4] : some), 5, 6] : some
    for (const weekday of days) {
      const ofDay = randomFor('calendars', `${name}-${weekday}`)
      const wall = monday + weekday * day + (weekday > 4 ? 18.5 * 60 : 9.5 * 60 + 30 * ofDay.below(13)) * minute
      withClient(member, { wall, name: `${name}-${weekday}`, random: ofDay })
    }
    if (monday >= since) ownThings(member, { monday, number, name, place })
  }

  function ownThings(member: DemoMember, { monday, number, name, place }: { monday: number; number: number; name: string; place: number }) {
    const words = wordsFor(languageOf({ name: '', client: guestsOf.get(member.id)?.[0]?.client ?? '' }))
    const extra = (wall: number, minutes: number, { subject, ...more }: { subject: string; sensitivity?: 'private'; showAs?: 'free'; attendees?: readonly NewAttendee[] }) =>
      world.create({ organizer: member, subject, ...more, uid: uid(member, `${name}-${subject}`), span: at(member, wall, minutes), zone: member.zone })
    const stranger = place % 8 === 0 ? { name: 'Мила Орехова', address: 'orekhova@upakovka-plus.example' } : { name: 'Robin Marsh', address: 'robin@packright.example' }
    if ((place + number) % 4 === 0) extra(monday + 2 * day + 8.5 * 60 * minute, 45, { subject: words.dentist, sensitivity: 'private' })
    if (place % 5 === 1) extra(monday + day + 13 * 60 * minute, 60, { subject: words.lunch, showAs: 'free' })
    if (place % 4 === 0 && (number + place / 4) % 2 === 0) extra(monday + 3 * day + 16 * 60 * minute, 45, { subject: words.candidate, attendees: [asGuest(stranger, 'none')] })
    if (place === 7 && number % 4 === 1) world.create({ organizer: member, subject: words.away, showAs: 'oof', uid: uid(member, `${name}-away`), span: { allDay: true, from: dateOf(monday + 2 * day), to: dateOf(monday + 5 * day) } })
  }

  teamSeries()
  for (const [place, member] of members.entries()) {
    clientSeries(member, place)
    for (let monday = from; monday < last; monday += week) ownWeek(member, monday, place)
  }
}
