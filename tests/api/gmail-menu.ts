import type { Action, Card } from '@counterpane/addin-gmail/card-schema'

/** What an entry of a card's ⋮ menu does. */
export function menuActionOf(card: Card, words: string | RegExp): Action {
  const entry = card.cardActions?.find(({ actionLabel }) => (typeof words === 'string' ? actionLabel === words : words.test(actionLabel)))
  if (!entry || !('action' in entry.onClick)) throw new Error(`no entry ${words} among ${card.cardActions?.map(({ actionLabel }) => actionLabel).join(', ')}`)
  return entry.onClick.action
}
