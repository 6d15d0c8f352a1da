import type { CalendarWorld, NewAttendee, Slot, Span, WorldPerson } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { planMailbox, planPeople } from './plan-database'
import type { Step, worldVerbs } from './plan-steps'

const hour = 3_600_000
const day = 24 * hour
export const planStart = Date.parse('2026-11-20T03:17:00Z')
export const planWindow = { past: 20 * day, future: 45 * day }
const midnight = Math.floor(planStart / day) * day

interface Made { id: string; organizer: WorldPerson; allDay: boolean; left: Set<string>; outsider: WorldPerson | null }
const strangers = [planPeople.carla, planPeople.david, planPeople.zoe, planPeople.carla, planPeople.david, null]

/** Mostly inside the window, at times near its ends or far away. No appointment lies across an end of a window: rounds begin shortly after three. */
function dayAt(when: number): number {
  if (when % 8 === 7) return midnight + (when % 2 ? 400 : -200) * day
  return midnight + ((when * 7) % 70 - 22) * day
}
function spanAt(when: number, allDay: boolean): Span {
  const from = dayAt(when) + (6 + (when % 11)) * hour
  const date = (at: number) => new Date(at).toISOString().slice(0, 10)
  return allDay ? { allDay, from: date(dayAt(when)), to: date(dayAt(when) + (1 + (when % 2)) * day) } : { allDay, from, to: from + (30 + (when % 3) * 30) * 60_000 }
}
const wordsAt = (when: number) => ({ subject: `Talk ${when}`, text: `About ${when}.`, ...(when % 3 === 0 && { location: `Room ${when % 10}` }), ...(when % 4 === 0 && { online: 'https://meet.google.com/abc-defg-hij' }) })

/** People's doings in the world; what makes no sense at the time is left out. */
export function createWorldHand(world: CalendarWorld, managerIds: readonly string[]) {
  const made: Made[] = []
  const ours = managerIds.map((id) => ({ name: id, address: planMailbox(id) }))
  const oursAt = (index: number) => ours[index % ours.length] ?? { name: '', address: '' }

  function guestsOf({ organizer, left, outsider }: Omit<Made, 'id' | 'allDay'>, all: readonly WorldPerson[]): NewAttendee[] {
    return [...all.filter(({ address }) => !left.has(address)), ...(outsider ? [outsider] : [])].filter(({ address }) => address !== organizer.address).map(({ name, address }) => ({ name, address }))
  }
  function create({ who, which, when }: Step, { allDay, series }: { allDay: boolean; series: boolean }) {
    const outsider = strangers[which % strangers.length] ?? null
    // Now and then the client invites.
    const organizer = outsider && who >= 6 ? { name: outsider.name, address: outsider.address } : oursAt(who)
    const one = { organizer, left: new Set(ours.filter((_, index) => ((which >> index) & 1) === 1 && ours.length > 1).map(({ address }) => address)), outsider, allDay }
    const { id } = world.create({ organizer, attendees: guestsOf(one, ours), span: spanAt(when, allDay), ...wordsAt(when), ...(series && { recurrence: { every: when % 2 ? 'week' as const : 'day' as const, count: 2 + (when % 3) } }) })
    made.push({ id, ...one })
  }

  return (verb: (typeof worldVerbs)[number], step: Step): void => {
    const { who, which, when } = step
    if (verb === 'create') return create(step, { allDay: false, series: false })
    if (verb === 'allDay') return create(step, { allDay: true, series: when % 3 === 0 })
    if (verb === 'series') return create(step, { allDay: false, series: true })
    const one = made[which % Math.max(1, made.length)]
    if (!one) return
    const { id, allDay } = one
    const slots = world.slots(id)
    const slot: Slot | undefined = slots[when % Math.max(1, slots.length)]
    const { address } = oursAt(who)
    const copy = world.appointment(id)?.eventIds[address] !== undefined
    const isGuest = copy && address !== one.organizer.address
    const whole = slots.length === 0
    if (verb === 'move') { if (whole) world.move(id, spanAt(when, allDay)) }
    else if (verb === 'edit') { if (whole) world.edit(id, wordsAt(when)) }
    else if (verb === 'editSeries') { if (!whole) world.editSeries(id, wordsAt(when)) }
    else if (verb === 'moveSeries') { if (!whole) world.move(id, spanAt(when, allDay)) }
    else if (verb === 'cancel') world.cancel(id)
    else if (verb === 'decline' || verb === 'accept') { if (isGuest) world.respond(id, address, verb === 'decline' ? 'declined' : 'accepted') }
    else if (verb === 'remove') { if (copy) world.removeCopy(id, address) }
    else if (verb === 'restore') { if (when % 2 || copy) world.restore(id, when % 2 ? {} : { mailbox: address }) }
    else if (verb === 'private' || verb === 'public') changePrivacy(verb === 'private' ? 'private' : 'normal')
    else if (verb === 'free') { if (copy) world.editOwn(id, address, { showAs: when % 2 ? 'free' : 'busy' }) }
    else if (verb === 'guest' || verb === 'leaveOut' || verb === 'invite') invite()
    else if (slot !== undefined) changeSlot(slot)

    function changePrivacy(sensitivity: 'private' | 'normal') {
      if (when % 2) world.edit(id, { sensitivity })
      else if (copy) world.editOwn(id, address, { sensitivity })
    }
    function invite() {
      if (!one || one.organizer.address === one.outsider?.address) return
      // One client makes way for another: whom nobody knows would leave the former client where it is.
      if (verb === 'guest' && one.outsider && one.outsider !== planPeople.zoe) one.outsider = one.outsider === planPeople.carla ? planPeople.david : planPeople.carla
      else if (verb === 'leaveOut') one.left.add(address)
      else one.left.delete(address)
      world.edit(id, { attendees: guestsOf(one, ours) })
    }
    function changeSlot(at: Slot) {
      if (verb === 'moveSlot') world.moveOccurrence(id, at, spanAt(when, allDay))
      else if (verb === 'editSlot') world.editOccurrence(id, at, wordsAt(when))
      else if (verb === 'deleteSlot') world.deleteOccurrence(id, at)
      else if (verb === 'declineSlot') { if (isGuest) world.decline(id, address, at) }
      else if (verb === 'removeSlot') { if (copy) world.removeCopy(id, address, at) }
      else if (verb === 'restoreSlot') { if (when % 2 || copy) world.restore(id, when % 2 ? { slot: at } : { slot: at, mailbox: address }) }
      else if (verb === 'split' && slots.indexOf(at) > 0 && one) {
        const next = world.splitSeries(id, at, { subject: `Following ${when}` })
        made.push({ ...one, id: next.id, left: new Set(one.left) })
      }
    }
  }
}
