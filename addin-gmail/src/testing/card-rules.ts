import { checkCard } from '../check/card-check'
import type { Action, Button, Card } from '../card-schema'

/** The product's own strict check, in sentences that name the card; and no markup of any kind, for no card of ours draws any. */
export const brokenRules = (card: Card): string[] => [...checkCard(card), ...markupIn(card)].map((finding) => `${card.name}: ${finding}`)

/** What is typed stays as it is; every other text has its angle brackets escaped. */
function markupIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return /[<>]/.test(value) ? [`${path}: raw markup in "${value.slice(0, 60)}"`] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'value' ? [] : markupIn(one, `${path}.${key}`)))
}

/** Every button of a card in the order in which it is met. */
export function buttonsOf(card: Card): Button[] {
  const inside = card.sections.flatMap((section) => section.widgets).flatMap((widget) =>
    'buttonList' in widget ? widget.buttonList.buttons : 'decoratedText' in widget && widget.decoratedText.button ? [widget.decoratedText.button] : [])
  return [...inside, ...[card.fixedFooter?.primaryButton, card.fixedFooter?.secondaryButton].filter((one): one is Button => one !== undefined)]
}

/** The parameters of every action of a card: of buttons, rows, fields, its menu and its footer. */
export function actionsIn(card: Card): Record<string, string>[] {
  const found: Record<string, string>[] = []
  JSON.stringify(card, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'function' in value) found.push(parametersIn(value as Action))
    return value
  })
  return found
}

export const findButton = (card: Card, words: string | RegExp): Button | undefined =>
  buttonsOf(card).find(({ text }) => (typeof words === 'string' ? text === words : words.test(text)))

export function parametersOf(button: Button | undefined): Record<string, string> {
  if (!button || !('action' in button.onClick)) throw new Error('no such action')
  return parametersIn(button.onClick.action)
}

const parametersIn = ({ parameters }: Action) => Object.fromEntries(parameters.map(({ key, value }) => [key, value]))
