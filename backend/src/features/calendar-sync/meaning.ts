import type { CalendarPolicy } from '@counterpane/shared/contract/calendar'
import type { CalendarEvent } from '../../ports/calendar-source'
import type { MatchedSide, Meaning, Standing } from './calendar-sync.types'

export type Rules = Pick<CalendarPolicy, 'internal' | 'free' | 'allDayAbsence' | 'declined' | 'private'>
export interface Judged { meaning: Meaning; standing: Standing }

/** What an appointment is to the journal. `before`: what it was until now; a contact stays one whatever becomes of its guests, since only a person's hand takes it away. */
export function meaningOf(event: CalendarEvent, side: Pick<MatchedSide, 'kind'>, rules: Rules, before: Meaning | null = null): Judged {
  const standing = standingOf(event)
  if (event.private) return { meaning: isBusy(event, standing, { rules, before }) ? 'busy' : 'ignored', standing }
  if (before === 'meeting') return { meaning: 'meeting', standing }
  return { meaning: isLeftOut(event, standing, rules) ? 'ignored' : meaningBySide(event, side, { rules, standing }), standing }
}

function standingOf({ cancelled, ownResponse }: CalendarEvent): Standing {
  if (cancelled) return 'cancelled'
  return ownResponse === 'declined' ? 'declined' : 'planned'
}

/** Whom a private appointment is with does not count and is not looked at. */
function isBusy(event: CalendarEvent, standing: Standing, { rules, before }: { rules: Rules; before: Meaning | null }): boolean {
  if (rules.private !== 'busy' || event.showAs === 'free' || isAbsence(event)) return false
  return standing !== 'declined' || before === 'busy'
}

function isLeftOut(event: CalendarEvent, standing: Standing, rules: Rules): boolean {
  return ((standing === 'declined' || event.ownResponse === 'declined') && !rules.declined) || (event.showAs === 'free' && !rules.free) || (isAbsence(event) && !rules.allDayAbsence)
}

function meaningBySide(event: CalendarEvent, { kind }: Pick<MatchedSide, 'kind'>, { rules, standing }: { rules: Rules; standing: Standing }): Meaning {
  if (kind === 'known') return 'meeting'
  if (kind === 'unknown') return standing === 'planned' ? 'waiting' : 'ignored'
  if (kind === 'blocked') return 'ignored'
  const countsAlone = isAbsence(event) ? event.showAs !== 'free' : rules.internal && isAmongSeveral(event)
  return countsAlone ? 'meeting' : 'ignored'
}

/** Holidays, trips, sick leave; whole days that are marked as away are the same, whatever they are called. */
const isAbsence = (event: CalendarEvent): boolean => event.kind === 'absence' || (event.showAs === 'away' && event.start.kind === 'date')

/** One's own note to oneself is no meeting among colleagues. */
function isAmongSeveral({ organizer, attendees }: CalendarEvent): boolean {
  const people = [...(organizer ? [organizer] : []), ...attendees.filter((one) => !one.resource)]
  return new Set(people.map((one) => one.address.trim().toLowerCase())).size > 1
}
