import type { Button, Card, OnClick, Widget } from '../card-schema'

/** The rules that no type can hold: addresses, counts, escaping, required words. Gives each break in a sentence. */
export function brokenRules(card: Card): string[] {
  const broken: string[] = []
  const say = (where: string, what: string) => broken.push(`${card.name}: ${where}: ${what}`)
  const names = new Set<string>()
  let widgets = 0

  const markup = (where: string, value: string | undefined) => {
    if (value === undefined) return
    if (/[<>]/.test(value)) say(where, `raw markup in "${value.slice(0, 60)}"`)
    if (/&(?!(amp|lt|gt);)/.test(value)) say(where, `a bare & in "${value.slice(0, 60)}"`)
    if (value.trim() === '') say(where, 'empty text')
    if (value.length > 5_000) say(where, `${value.length} characters`)
    if (/[\0-\x08\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u.test(value)) say(where, 'characters without a shape')
  }
  const click = (where: string, onClick: OnClick) => {
    if ('openLink' in onClick) {
      if (!/^https:\/\/[^/\s]+\/\S*$/.test(onClick.openLink.url)) say(where, `not https: ${onClick.openLink.url}`)
      return
    }
    const { function: url, parameters } = onClick.action
    if (!/^https:\/\/[^/\s?]+\/gmail\/action$/.test(url)) say(where, `the address of an action is ${url}`)
    for (const { key, value } of parameters) if (typeof value !== 'string' || key === '') say(where, `parameter ${key} is no text`)
    if (JSON.stringify(parameters).length > 2_000) say(where, 'parameters hold more than ids')
    if (!parameters.some(({ key, value }) => key === 'action' && value !== '')) say(where, 'an action without a name')
  }
  const button = (where: string, { text, onClick }: Button) => {
    markup(`${where} button`, text)
    click(`${where} "${text}"`, onClick)
  }
  const named = (where: string, name: string, label: string) => {
    if (name === '' || names.has(name)) say(where, `the input name "${name}" is empty or used twice`)
    names.add(name)
    markup(where, label)
  }
  const look = (where: string, widget: Widget) => {
    widgets += 1
    if (Object.keys(widget).length !== 1) say(where, 'a widget is exactly one thing')
    if ('textParagraph' in widget) markup(where, widget.textParagraph.text)
    else if ('decoratedText' in widget) {
      const { text, topLabel, bottomLabel, onClick, button: side } = widget.decoratedText
      for (const value of [text, topLabel, bottomLabel]) markup(where, value)
      if (onClick) click(where, onClick)
      if (side) button(where, side)
    } else if ('buttonList' in widget) {
      if (widget.buttonList.buttons.length === 0) say(where, 'a list of no buttons')
      widget.buttonList.buttons.forEach((one) => button(where, one))
    } else if ('textInput' in widget) named(where, widget.textInput.name, widget.textInput.label)
    else if ('dateTimePicker' in widget) {
      named(where, widget.dateTimePicker.name, widget.dateTimePicker.label)
      if (!/^\d+$/.test(widget.dateTimePicker.valueMsEpoch ?? '0')) say(where, 'a moment is digits')
    } else if ('selectionInput' in widget) {
      named(where, widget.selectionInput.name, widget.selectionInput.label)
      widget.selectionInput.items.forEach((item) => markup(where, item.text))
      if (widget.selectionInput.items.length > 100 || widget.selectionInput.items.filter((item) => item.selected).length !== 1) say(where, 'one of at most 100 is chosen')
    }
  }

  markup('title', card.header.title)
  markup('subtitle', card.header.subtitle)
  if (card.sections.length === 0) say('card', 'no section')
  card.sections.forEach(({ header, widgets: list, collapsible, uncollapsibleWidgetsCount }, at) => {
    markup(`section ${at}`, header)
    if (list.length === 0) say(`section ${at}`, 'no widget')
    if (collapsible && !(uncollapsibleWidgetsCount! < list.length)) say(`section ${at}`, 'nothing to fold')
    list.forEach((widget, place) => look(`section ${at}, widget ${place}`, widget))
  })
  for (const one of [card.fixedFooter?.primaryButton, card.fixedFooter?.secondaryButton]) {
    if (!one) continue
    button('footer', one)
    if (!one.color) say('footer', 'a footer button needs a colour')
  }
  if (widgets > 100) say('card', `${widgets} widgets, Gmail shows 100`)
  return broken
}

/** Every button of a card in the order in which it is met. */
export function buttonsOf(card: Card): Button[] {
  const inside = card.sections.flatMap((section) => section.widgets).flatMap((widget) =>
    'buttonList' in widget ? widget.buttonList.buttons : 'decoratedText' in widget && widget.decoratedText.button ? [widget.decoratedText.button] : [])
  return [...inside, ...[card.fixedFooter?.primaryButton, card.fixedFooter?.secondaryButton].filter((one): one is Button => one !== undefined)]
}

export const findButton = (card: Card, words: string | RegExp): Button | undefined =>
  buttonsOf(card).find(({ text }) => (typeof words === 'string' ? text === words : words.test(text)))

export function parametersOf(button: Button | undefined): Record<string, string> {
  if (!button || !('action' in button.onClick)) throw new Error('no such action')
  return Object.fromEntries(button.onClick.action.parameters.map(({ key, value }) => [key, value]))
}
