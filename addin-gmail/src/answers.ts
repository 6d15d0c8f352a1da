import type { Card, Navigation, PressAnswer, ScopesAnswer, SuggestAnswer, TriggerAnswer } from './card-schema'

/** Where a card goes after a press: its own place, on top, into the place of the root card when a form on top is finished, or nowhere: one step back. */
export type Place = 'update' | 'push' | 'finish'

const ways: Record<Place, (card: Card) => Navigation[]> = {
  update: (card) => [{ updateCard: card }],
  push: (card) => [{ pushCard: card }],
  finish: (card) => [{ popToRoot: true }, { updateCard: card }],
}

export const triggerAnswer = (card: Card): TriggerAnswer => ({ action: { navigations: [{ pushCard: card }] } })

export const pressAnswer = (place: Place, card: Card, notification?: string): PressAnswer =>
  ({ renderActions: { action: { navigations: ways[place](card), ...(notification && { notification: { text: notification } }) } }, stateChanged: place !== 'push' })

/** Only words; `stateChanged` when something was done of which the shown cards know nothing. */
export const notifyAnswer = (notification: string, stateChanged = false): PressAnswer => ({ renderActions: { action: { notification: { text: notification } } }, stateChanged })

/** The card below, drawn anew, in place of the one on top. */
export const backAnswer = (card: Card, notification?: string): PressAnswer =>
  ({ renderActions: { action: { navigations: [{ pop: true }, { updateCard: card }], ...(notification && { notification: { text: notification } }) } }, stateChanged: true })

/** Gmail opens the draft in its own window. */
export const draftAnswer = ({ draftId, threadId }: { draftId: string; threadId: string | null }, notification?: string): PressAnswer => ({
  renderActions: {
    action: { ...(notification && { notification: { text: notification } }) },
    hostAppAction: { gmailAction: { openCreatedDraftActionMarkup: { draftId, ...(threadId && { draftThreadId: threadId }) } } },
  },
  stateChanged: false,
})

export const suggestAnswer = (texts: readonly string[]): SuggestAnswer => ({ autoComplete: { items: texts.map((text) => ({ text })) } })

export const scopesAnswer = (scopes: readonly string[]): ScopesAnswer => ({ requesting_google_scopes: { scopes: [...scopes] } })
