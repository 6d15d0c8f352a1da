import type { Action, Button, Card, CardAction, Color, DecoratedText, KnownIcon, Section, SwitchControl, Widget } from './card-schema'
import { escaped, escapedLines, line, paragraph, plain, textLimits, title } from './card-text'

/** Our one colour; contrast 5.9 : 1 on white. */
export const brand: Color = { red: 0.1, green: 0.34, blue: 0.86 }
const footerQuiet: Color = { red: 0.32, green: 0.36, blue: 0.42 }

/** Stands where a text is empty or nothing but invisible characters: Gmail refuses empty ones. */
const nothing = '–'

export const text = (value: string): Widget => ({ textParagraph: { text: paragraph(value) || nothing } })

/** A longer text, folded by Gmail after `lines` with its own "show more". */
export const longText = (value: string, lines: number, limit: number = textLimits.content): Widget => ({ textParagraph: { text: escapedLines(value, limit) || nothing, maxLines: lines } })
export const divider: Widget = { divider: {} }

export interface RowFacts { text: string; top?: string | null; bottom?: string | null; icon?: KnownIcon; iconText?: string; open?: string; press?: Action; button?: Button; toggle?: SwitchControl }
/** A line with a small label above and below; every fact is escaped here and nowhere else. */
export function row({ text: value, top, bottom, icon, iconText = '', open, press, button, toggle }: RowFacts): Widget {
  const decoratedText: DecoratedText = { text: line(value) || nothing, wrapText: true }
  const [topLabel, bottomLabel] = [line(top), line(bottom)]
  if (topLabel) decoratedText.topLabel = topLabel
  if (bottomLabel) decoratedText.bottomLabel = bottomLabel
  if (icon) decoratedText.startIcon = { knownIcon: icon, altText: iconText }
  if (press) decoratedText.onClick = { action: press }
  else if (open) decoratedText.onClick = { openLink: { url: open } }
  if (button) decoratedText.button = button
  else if (toggle) decoratedText.switchControl = toggle
  return { decoratedText }
}

export const pressButton = (words: string, action: Action, type: Button['type'] = 'OUTLINED'): Button =>
  ({ text: words, type, onClick: { action }, ...(type === 'FILLED' && { color: brand }) })
export const linkButton = (words: string, url: string): Button => ({ text: words, type: 'BORDERLESS', onClick: { openLink: { url } } })
export const buttons = (...list: (Button | false | null | undefined)[]): Widget => ({ buttonList: { buttons: list.filter((b): b is Button => Boolean(b)) } })

export interface InputFacts { many?: boolean; hint?: string; suggest?: Action; limit?: number }
export const input = (name: string, label: string, value?: string | null, { many = false, hint, suggest, limit }: InputFacts = {}): Widget => ({
  textInput: {
    name, label, type: many && !suggest ? 'MULTIPLE_LINE' : 'SINGLE_LINE', ...(hint && { hintText: hint }), ...(value ? { value: plain(value, textLimits.input) } : {}),
    ...(suggest && { autoCompleteAction: suggest }), ...(limit && { validation: { characterLimit: limit } }),
  },
})

export interface Choice { text: string; value: string }
const item = ({ text: words, value }: Choice, selected: boolean) => ({ text: escaped(words, textLimits.item) || nothing, value, selected })
/** One of several. `onChange` asks the server as soon as another one is chosen. */
export const choice = (name: string, label: string, items: readonly Choice[], selected: string, { onChange, open = false }: { onChange?: Action; open?: boolean } = {}): Widget => ({
  selectionInput: { name, label, type: open ? 'RADIO_BUTTON' : 'DROPDOWN', items: items.slice(0, 100).map((one) => item(one, one.value === selected)), ...(onChange && { onChangeAction: onChange }) },
})
/** Any of several. */
export const checks = (name: string, label: string, items: readonly Choice[], selected: (value: string) => boolean): Widget =>
  ({ selectionInput: { name, label, type: 'CHECK_BOX', items: items.slice(0, 100).map((one) => item(one, selected(one.value))) } })
export const toggle = (name: string, selected: boolean): SwitchControl => ({ name, value: 'yes', selected, controlType: 'SWITCH' })
export const day = (name: string, label: string, utcMidnight?: Date): Widget =>
  ({ dateTimePicker: { name, label, type: 'DATE_ONLY', ...(utcMidnight && { valueMsEpoch: String(Math.floor(utcMidnight.getTime() / 86_400_000) * 86_400_000) }) } })
export const moment = (name: string, label: string, at?: Date): Widget =>
  ({ dateTimePicker: { name, label, type: 'DATE_AND_TIME', ...(at && { valueMsEpoch: String(at.getTime()) }) } })

export const section = (header: string | null, widgets: readonly Widget[]): Section => ({ ...(header && { header: line(header) }), widgets: [...widgets] })
/** The first `shown` widgets, the rest behind "show more". */
export const folding = (header: string, widgets: readonly Widget[], shown: number): Section =>
  ({ ...section(header, widgets), ...(widgets.length > shown && { collapsible: true, uncollapsibleWidgetsCount: shown }) })

export interface Footer { primary: { words: string; action: Action }; secondary?: { words: string; action: Action } }
/** An entry of the card's own ⋮ menu. */
export const menuItem = (words: string, action: Action): CardAction => ({ actionLabel: words, onClick: { action } })
export interface CardFacts { name: string; title: string; subtitle?: string | null; sections: readonly (Section | null)[]; menu?: readonly CardAction[]; footer?: Footer | null }
/** Sections without widgets are left out: Google refuses them. */
export function card({ name, title: heading, subtitle, sections, menu = [], footer }: CardFacts): Card {
  const below = title(subtitle)
  const made: Card = { name, header: { title: title(heading) || nothing, ...(below && { subtitle: below }) }, sections: sections.filter((s): s is Section => s !== null && s.widgets.length > 0) }
  if (made.sections.length === 0) made.sections.push(section(null, [text(heading)]))
  if (menu.length > 0) made.cardActions = [...menu]
  if (footer) {
    const button = ({ words, action }: Footer['primary'], color: Color): Button => ({ text: words, color, type: 'FILLED', onClick: { action } })
    made.fixedFooter = { primaryButton: button(footer.primary, brand), ...(footer.secondary && { secondaryButton: button(footer.secondary, footerQuiet) }) }
  }
  return made
}
