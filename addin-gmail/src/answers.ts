import type { Card, Navigation, PressAnswer, ScopesAnswer, TriggerAnswer } from './card-schema'

/** Where a card goes after a press: its own place, on top, or into the place of the message's card when a form on top is finished. */
export type Place = 'update' | 'push' | 'finish'

const ways: Record<Place, (card: Card) => Navigation[]> = {
  update: (card) => [{ updateCard: card }],
  push: (card) => [{ pushCard: card }],
  finish: (card) => [{ popToRoot: true }, { updateCard: card }],
}

export const triggerAnswer = (card: Card): TriggerAnswer => ({ action: { navigations: [{ pushCard: card }] } })

export const pressAnswer = (place: Place, card: Card, notification?: string): PressAnswer =>
  ({ renderActions: { action: { navigations: ways[place](card), ...(notification && { notification: { text: notification } }) } }, stateChanged: place !== 'push' })

export const notifyAnswer = (notification: string): PressAnswer => ({ renderActions: { action: { notification: { text: notification } } }, stateChanged: false })

export const scopesAnswer = (scopes: readonly string[]): ScopesAnswer => ({ requesting_google_scopes: { scopes: [...scopes] } })
