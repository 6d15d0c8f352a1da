import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer, Card, Section } from '@counterpane/addin-gmail/card-schema'
import { ProviderFailure } from '../../ports/provider-failure'
import { ReopenNeeded, type Visit } from './gmail-visit'
import type { MessageDesk, SeenMessage } from './message-desk'

const isUnread = (error: unknown) => error instanceof ReopenNeeded || error instanceof ProviderFailure

/** The opened message where it can be seen; a form of one's own work opens without it too. */
export async function seenOrNull(desk: MessageDesk, visit: Visit, message: string | undefined): Promise<SeenMessage | null> {
  if (!message) return null
  try {
    return await desk.again(visit, message)
  } catch (error) {
    if (isUnread(error)) return null
    throw error
  }
}

/** Back to the card that it began at, drawn anew; where its message cannot be read now, the old one with the words of what was done. */
export async function finish(desk: MessageDesk, visit: Visit, { message, notification }: { message: string | undefined; notification?: string }): Promise<AddonAnswer> {
  const seen = await seenOrNull(desk, visit, message)
  if (seen) return pressAnswer('finish', desk.card(visit, seen), notification)
  if (!message) return desk.show(visit, null, { place: 'finish', notification })
  return { renderActions: { action: { navigations: [{ popToRoot: true }], ...(notification && { notification: { text: notification } }) } }, stateChanged: true }
}

/** The same with one more card on top of it. */
export const withCardOnTop = (answer: AddonAnswer, card: Card): AddonAnswer => navigated(answer, (steps) => [...steps, { pushCard: card }])

/** The same with one more section above all others of the card that comes back. */
export const withFirstSection = (answer: AddonAnswer, section: Section): AddonAnswer =>
  navigated(answer, (steps) => steps.map((step) => ('updateCard' in step ? { updateCard: { ...step.updateCard, sections: [section, ...step.updateCard.sections] } } : step)))

type Steps = NonNullable<Extract<AddonAnswer, { renderActions: unknown }>['renderActions']['action']['navigations']>
function navigated(answer: AddonAnswer, change: (steps: Steps) => Steps): AddonAnswer {
  if (!('renderActions' in answer)) return answer
  const { action, ...rest } = answer.renderActions
  return { ...answer, renderActions: { ...rest, action: { ...action, navigations: change(action.navigations ?? []) } } }
}
