import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { namedContact } from '@counterpane/addin-gmail/cards/contact-row'
import {
  heldAction, movedAction, nextChoices, notHeldAction, openOutcomeAction, outcomeCard, outcomeInputs, outcomeScopes, outcomeTemplate, type OutcomeForm,
} from '@counterpane/addin-gmail/cards/outcome-card'
import { inDays, nextWeek, nextWorkingDay } from '@counterpane/addin-gmail/quick-times'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { Contact } from '@counterpane/shared/contract/contact'
import { states } from '@counterpane/shared/domain/codes'
import { calendarCardTexts } from '@counterpane/shared/text/calendar-cards'
import { nearTime } from '@counterpane/shared/text/dates'
import { statusText } from '@counterpane/shared/text/words'
import { workCardTexts } from '@counterpane/shared/text/work-cards'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { momentInput, textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { momentAhead, type ChosenTime } from './picked-times'
import { goalOf, isPlanned, methodOf } from './plan-actions'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { finish } from './work-answers'

type Outcome = 'held' | 'not-held' | 'moved'
type Body = Parameters<GmailAddonNeeds['recordOutcome']>[2]
const dated = { 'working-day': nextWorkingDay, 'three-days': (zoned: Visit['context']) => inDays(3, zoned), 'next-week': nextWeek }

function readForm({ event }: Visit): OutcomeForm {
  const text = (name: string) => textInput(event, name)
  const nextAt = momentInput(event, outcomeInputs.nextAt) ?? undefined
  return {
    scope: outcomeScopes.find((one) => one === text(outcomeInputs.scope)) ?? 'one', template: text(outcomeInputs.template), result: text(outcomeInputs.result).slice(0, 100_000), state: text(outcomeInputs.state), movedTo: momentInput(event, outcomeInputs.movedTo) ?? undefined,
    // Whoever picks a time for the next step wants one.
    next: nextChoices.find((one) => one === text(outcomeInputs.next)) ?? (nextAt ? 'picked' : null), nextAt,
    nextMethod: methodOf(text(outcomeInputs.nextMethod)), nextGoal: text(outcomeInputs.nextGoal),
  }
}

/** How a planned contact ended, and what comes next, in one save. */
export function outcomeActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  /** How many dates one answer could be for; of a contact of no series nothing is asked. */
  async function seriesOpenOf({ caller }: Visit, { id, status, overdue, calendar }: Contact): Promise<number> {
    return status === 'planned' && overdue && calendar?.seriesId ? (await needs.contactCalendar(caller, id)).seriesOpen : 0
  }
  async function draw(visit: Visit, view: { contact: Contact; message?: string; form?: OutcomeForm; problem?: string }) {
    return outcomeCard({ ...view, seriesOpen: await seriesOpenOf(visit, view.contact), goals: (await needs.dictionaries(visit.context.locale)).contactTypes }, visit.context)
  }
  async function nextOf(visit: Visit, { contact, form, at }: { contact: Contact; form: OutcomeForm; at: string }): Promise<Pick<Body, 'next'>> {
    if (await isPlanned(needs, visit, { nextIds: contact.nextIds, at })) return {}
    const type = await goalOf(needs, visit, form.nextGoal)
    return { next: { at, method: form.nextMethod, subject: contact.subject, ...(type && { type }) } }
  }

  async function record(visit: Visit, outcome: Outcome, { message, contactId }: { message?: string; contactId: string }): Promise<AddonAnswer> {
    const { context } = visit
    const words = workCardTexts[context.locale]
    const form = readForm(visit)
    // The second of two presses finds what the first one did, not an answered question.
    const contact = await visit.once(() => needs.getContact(visit.caller, contactId), 'asked')
    if (contact.status !== 'planned') return finish(desk, visit, { message, notification: words.alreadyRecorded(statusText(contact, context.locale)) })

    const movedTo: ChosenTime | null = outcome === 'moved' ? momentAhead(visit, { picker: outcomeInputs.movedTo }) : null
    const nextAt: ChosenTime | null = form.next === null ? null : form.next === 'picked' ? momentAhead(visit, { picker: outcomeInputs.nextAt }) : { at: dated[form.next](context) }
    const problem = movedTo?.at === null ? (form.movedTo ? movedTo.problem : words.needTime) : nextAt?.at === null ? nextAt.problem : null
    if (problem !== null) {
      const shown = { ...form, movedTo: movedTo ? movedTo.picked : form.movedTo, nextAt: nextAt?.picked }
      return pressAnswer('update', await draw(visit, { contact, message, form: shown, problem }))
    }
    const result = [outcomeTemplate(form.template, context), form.result].filter((part) => part !== '').join('. ')
    const state = states.find((one) => String(one) === form.state)
    const changed = await visit.once(async () => needs.recordOutcome(visit.caller, contactId, {
      outcome, ...(result && { result }), ...(state !== undefined && state !== contact.state && { state }), ...(movedTo?.at && { movedTo: movedTo.at.toISOString() }),
      ...(nextAt?.at && (await nextOf(visit, { contact, form, at: nextAt.at.toISOString() }))),
    }))
    const others = form.scope === 'series' && outcome !== 'moved' ? await visit.once(() => needs.recordOutcomes(visit.caller, { seriesOf: contactId, outcome, ...(result && { result }) }), 'series') : []
    const recorded = others.filter((one) => one.outcome === 'recorded').length
    if (recorded > 0) return finish(desk, visit, { message, notification: calendarCardTexts[context.locale].savedFor(recorded + 1) })
    const subject = namedContact(changed, context)
    const said = { held: words.heldDone(subject), 'not-held': words.notHeldDone(subject), moved: words.movedDone(subject, nearTime(changed, context)) }
    return finish(desk, visit, { message, notification: said[outcome] })
  }

  return [
    onLook(openOutcomeAction, async (visit, { message, contactId }) => pressAnswer('push', await draw(visit, { contact: await needs.getContact(visit.caller, contactId), message }))),
    onPress(heldAction, (visit, ids) => record(visit, 'held', ids)),
    onPress(notHeldAction, (visit, ids) => record(visit, 'not-held', ids)),
    onPress(movedAction, (visit, ids) => record(visit, 'moved', ids)),
  ]
}
