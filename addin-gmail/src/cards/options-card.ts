import { visibilities, type Visibility } from '@counterpane/shared/domain/codes'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, checks, choice, input, pressButton, row, section, text, toggle } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { joined } from '../card-text'
import { openSearchAction } from './search-card'

export { openOptionsAction } from './register-buttons'

/** Registers as the fields say. `files`: the card had the files to choose from, so that nothing ticked means none. */
export const registerWithAction = defineAction('register-with', ['message'], ['counterpartyId', 'personId', 'order', 'files'])
export const optionsInputs = { words: 'words', files: 'files', also: 'also', private: 'private', always: 'always', comment: 'comment' } as const

/** `why`: the reason for which the file cannot be kept, whatever is ticked. */
export interface OfferedFile { name: string; size: number; kept: boolean; why: string | null }
export interface OptionsView {
  message: string; subject: string; visibility: Visibility
  person: { id: string; name: string } | null; client: { id: string; name: string } | null
  /** The client was chosen by hand: the press names it, and may remember it for `address`. */
  chosen: boolean; address: string | null; order: string | null
  /** Other known clients of the same email. */
  others: readonly { id: string; name: string }[]
  /** The files to choose from, or the sentence that says why there are none. */
  files: readonly OfferedFile[] | string
}

export function optionsCard(view: OptionsView, context: CardContext): Card {
  const words = cardWords(context)
  const own = registerCardTexts[context.locale]
  const { message, subject, person, client, chosen, address, order, others, visibility } = view
  const ids = chosen ? { counterpartyId: client?.id, personId: person?.id } : {}
  const offered = typeof view.files === 'string' ? null : 'yes'
  return card({
    name: 'options', title: person?.name ?? client?.name ?? own.nobodyChosen, subtitle: joined(person && client?.name, subject),
    sections: [
      section(null, [
        row({ top: words.clientName, text: client?.name ?? own.nobodyChosen, button: pressButton(words.anotherClient, openSearchAction.on(context, { message }), 'BORDERLESS') }),
        ...(others.length > 0 ? [checks(optionsInputs.also, own.pane.alsoChosen, others.map(({ id, name }) => ({ value: id, text: name })), () => false)] : []),
        choice(optionsInputs.words, own.words, visibilities.map((value) => ({ value, text: own.visibility[value] })), visibility, { open: true }),
        ...filesWidgets(view, context),
        row({ text: own.privately, bottom: own.privateHint, toggle: toggle(optionsInputs.private, false) }),
        ...(address ? [row({ text: own.identify.alwaysForAddress, bottom: own.alwaysHint(address), toggle: toggle(optionsInputs.always, false) })] : []),
        input(optionsInputs.comment, own.comment, '', { many: true }),
        buttons(pressButton(words.register, { ...registerWithAction.on(context, { message, order, files: offered, ...ids }), persistValues: true }, 'FILLED')),
      ]),
    ],
  })
}

/** So many files fit a card beside the rest; those behind them are kept as the settings say. */
export const offeredFilesMax = 20

/** A number stands for its file: names may repeat. */
function filesWidgets({ files }: OptionsView, context: CardContext): Widget[] {
  const { locale } = context
  const own = registerCardTexts[locale]
  if (typeof files === 'string') return [text(files)]
  const shown = files.slice(0, offeredFilesMax).map((file, at) => ({ file, value: String(at) }))
  const open = shown.filter(({ file }) => file.why === null)
  const items = open.map(({ file, value }) => ({ value, text: joined(file.name.slice(0, 80) || own.files.nameless, sizeText(file.size, locale)) }))
  const refused = shown.flatMap(({ file }) => (file.why === null ? [] : [text(file.why)]))
  const rest = files.length - shown.length
  return [
    ...(items.length > 0 ? [checks(optionsInputs.files, own.filesLabel, items, (value) => files[Number(value)]?.kept === true)] : []),
    ...refused, ...(rest > 0 ? [text(own.files.andMore(rest))] : []),
  ]
}
