import { pressAnswer } from '@counterpane/addin-gmail/answers'
import { noPlanAction, openPlanAction, planAction, planCard, plannedFor, planInputs, type PlanView } from '@counterpane/addin-gmail/cards/plan-card'
import type { Contact } from '@counterpane/shared/contract/contact'
import { methods, type Method } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk } from './message-desk'
import { momentAhead } from './picked-times'
import { withPutOffer } from './own-calendar-actions'
import { onLook, onPress, type PressedAction } from './pressed-action'
import { finish } from './work-answers'

export const methodOf = (value: string): Method => methods.find((method) => method === value) ?? 'call'

/** A goal of the organisation's list; anything else that came in the field counts as none. */
export async function goalOf(needs: Pick<GmailAddonNeeds, 'dictionaries'>, { context }: Visit, value: string): Promise<string | undefined> {
  return (await needs.dictionaries(context.locale)).contactTypes.find(({ id }) => id === value)?.id
}

type Reading = Pick<GmailAddonNeeds, 'getContact'>
/** Null when it is a plan no more: held, cancelled, or undone. */
async function livePlan(needs: Reading, visit: Visit, id: string): Promise<Contact | null> {
  try {
    const contact = await needs.getContact(visit.caller, id)
    return contact.status === 'planned' ? contact : null
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}

/** The plan that the first of two presses made, also before a restart of this program. */
async function planAt(needs: Reading, visit: Visit, { nextIds, at }: { nextIds: readonly string[]; at: string }): Promise<Contact | null> {
  for (const id of nextIds.slice(-20)) {
    const next = await livePlan(needs, visit, id)
    if (next?.startsAt === at) return next
  }
  return null
}
export const isPlanned = async (needs: Reading, visit: Visit, plan: { nextIds: readonly string[]; at: string }): Promise<boolean> => (await planAt(needs, visit, plan)) !== null

/** What a button made may be gone by its next press: it is made anew so often within the time that presses are remembered. */
const plannedAnew = 20

/** The plan of this button, once for each two presses; one that was taken back meanwhile is planned anew. */
async function planOnce(needs: Pick<GmailAddonNeeds, 'getContact' | 'planNext'>, visit: Visit, { contactId, ...body }: { contactId: string } & Parameters<GmailAddonNeeds['planNext']>[2]): Promise<Contact> {
  let plan: Contact | null = null
  for (let time = 0; time < plannedAnew && !plan; time += 1) {
    const { id } = await visit.once(async () => {
      const { nextIds } = await needs.getContact(visit.caller, contactId)
      return (await planAt(needs, visit, { nextIds, at: body.at })) ?? needs.planNext(visit.caller, contactId, body)
    }, `plan ${time}`)
    plan = await livePlan(needs, visit, id)
  }
  return plan ?? needs.planNext(visit.caller, contactId, body)
}

/** The question for the next step after `contact`. */
export async function nextStepCard(needs: Pick<GmailAddonNeeds, 'dictionaries'>, visit: Visit, { contact, ...typed }: { contact: Contact } & Partial<PlanView>) {
  const { contactTypes } = await needs.dictionaries(visit.context.locale)
  const client = contact.counterparty?.name ?? contact.persons[0]?.name ?? ''
  return planCard({ contactId: contact.id, client, subject: contact.subject, goals: contactTypes, ...typed }, visit.context)
}

export function planActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  return [
    onLook(openPlanAction, async (visit, { message, contactId }) =>
      pressAnswer('push', await nextStepCard(needs, visit, { contact: await needs.getContact(visit.caller, contactId), message }))),
    onPress(noPlanAction, (visit, { message }) => finish(desk, visit, { message })),
    onPress(planAction, async (visit, { message, contactId, at: quick }) => {
      const contact = await needs.getContact(visit.caller, contactId)
      const chosen = momentAhead(visit, { quick, picker: planInputs.at })
      const method = methodOf(textInput(visit.event, planInputs.method))
      const goal = textInput(visit.event, planInputs.goal)
      const subject = textInput(visit.event, planInputs.subject).slice(0, 10_000) || contact.subject
      if (!chosen.at) return pressAnswer('update', await nextStepCard(needs, visit, { contact, message, method, goal, subject, at: chosen.picked, problem: chosen.problem }))
      const at = chosen.at.toISOString()
      const type = await goalOf(needs, visit, goal)
      const plan = await planOnce(needs, visit, { contactId, at, method, subject, ...(type && { type }) })
      const answer = await finish(desk, visit, { message, notification: plannedFor(plan.startsAt, visit.context) })
      return withPutOffer(needs, visit, { answer, contact: plan, message })
    }),
  ]
}
