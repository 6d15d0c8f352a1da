import { termOn, utcDay } from '@counterpane/addin-gmail/quick-times'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { cardTexts } from '@counterpane/shared/text/cards'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import { momentInput } from './gmail-event'
import type { Visit } from './gmail-visit'

/** Nobody plans further ahead; what a broken picker sends lies thousands of years away. */
const farthestMs = 50 * 366 * 86_400_000

/** What a form says about time: the instant, or a sentence and what was picked, to be shown again. */
export type ChosenTime = { at: Date; picked?: Date } | { at: null; problem: string; picked?: Date }
interface Asked { quick?: string; picker: string }

const isFilled = ({ event }: Visit, picker: string) => event.commonEventObject.formInputs?.[picker] !== undefined

/** A moment that has not come yet: the quick choice when one was pressed, else what the picker holds. */
export function momentAhead(visit: Visit, { quick, picker }: Asked): ChosenTime {
  const { locale, now } = visit.context
  const picked = momentInput(visit.event, picker)
  const at = quick ? new Date(quick) : picked
  const kept = picked && !isFar(picked, now) ? { picked } : {}
  if (!at) return { at: null, problem: cardTexts[locale].chooseTime }
  if (isFar(at, now)) return { at: null, problem: workCardTexts[locale].tooFar }
  return at < now ? { at: null, problem: workCardTexts[locale].passedTime, ...kept } : { at, ...kept }
}

/** A day that has not passed, as the term that it means: the quick choice when one was pressed, else what the picker of a bare date holds. */
export function dayAhead(visit: Visit, { quick, picker }: Asked): ChosenTime {
  const { locale, now, timeZone } = visit.context
  const picked = momentInput(visit.event, picker)
  if (quick) return new Date(quick) < now ? { at: null, problem: workCardTexts[locale].passedDay } : { at: new Date(quick) }
  if (!picked) return { at: null, problem: registerTexts[locale].dayNeeded }
  if (isFar(picked, now)) return { at: null, problem: workCardTexts[locale].tooFar }
  return picked < utcDay(now, timeZone) ? { at: null, problem: workCardTexts[locale].passedDay, picked } : { at: termOn(picked, { now, timeZone }), picked }
}

/** A moment that has been; an empty picker means now. */
export function momentBehind(visit: Visit, picker: string): ChosenTime {
  const { locale, now } = visit.context
  if (!isFilled(visit, picker)) return { at: now }
  const picked = momentInput(visit.event, picker)
  if (!picked) return { at: null, problem: workCardTexts[locale].whenUnreadable }
  if (isFar(picked, now)) return { at: null, problem: workCardTexts[locale].tooFar }
  return picked > now ? { at: null, problem: workCardTexts[locale].notYet, picked } : { at: picked, picked }
}

const isFar = (at: Date, now: Date) => Math.abs(at.getTime() - now.getTime()) > farthestMs
