import { conversationCardTexts } from '@counterpane/shared/text/conversation-cards'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import { cardWords, defineAction, type CardContext } from '../card-context'
import { buttons, card, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { letterRow, type LetterLine } from './letter-lines'
import { registerAction } from './register-buttons'

/** Lists the messages of the open conversation with what each of them is: registered, known client, nobody known. `skip`: so many of the newest are left out. */
export const openConversationAction = defineAction('open-conversation', ['message'], ['skip'])
/** Registers the ticked emails of the shown page, or `all` that are ready. */
export const registerConversationAction = defineAction('register-conversation', ['message'], ['skip', 'all'])

export const lettersOnCard = 25

/** `lines`: the newest first, as what comes next matters most. `done`: this is the answer to a registration. */
export interface ConversationView { message: string; subject: string; lines: readonly LetterLine[]; skip: number; done: string | null; problem?: string }

export function conversationCard({ message, subject, lines, skip, done, problem }: ConversationView, context: CardContext): Card {
  const words = conversationCardTexts[context.locale]
  const group = groupTexts[context.locale]
  const shown = lines.slice(skip, skip + lettersOnCard)
  const isReady = (line: LetterLine) => line.standing === 'ready' && line.outcome === null
  const [ready, readyHere] = [lines.filter(isReady).length, shown.filter(isReady).length]
  const older = Math.max(0, lines.length - skip - lettersOnCard)
  const page = (from: number) => openConversationAction.on(context, { message, skip: String(from) })
  const pages = [
    older > 0 && pressButton(words.older(older), page(skip + lettersOnCard), 'BORDERLESS'),
    skip > 0 && pressButton(words.newest, openConversationAction.on(context, { message, skip: '0' }), 'BORDERLESS'),
  ].filter((button) => button !== false)
  const registering = [
    readyHere > 0 && pressButton(words.registerTicked, { ...registerConversationAction.on(context, { message, skip: String(skip) }), persistValues: true }, 'FILLED'),
    ready > readyHere && pressButton(words.registerAll(ready), registerConversationAction.on(context, { message, skip: String(skip), all: 'yes' })),
  ].filter((button) => button !== false)
  return card({
    name: 'conversation', title: subject.trim() || group.noSubject, subtitle: words.emails(lines.length),
    sections: [
      section(null, [
        ...(problem ? [text(problem)] : []), ...(done ? [text(done)] : []),
        ...(done && ready === 0 ? [] : [text(ready === 0 ? words.nothingReady : done ? words.left(ready) : words.ready(ready))]),
        ...(registering.length > 0 ? [buttons(...registering)] : []),
      ]),
      section(null, shown.map((line, at) => letterRow(line, { message, tickable: true, subjectBefore: shown[at - 1]?.subject ?? subject }, context))),
      section(null, [...(pages.length > 0 ? [buttons(...pages)] : []), ...(lines.some((line) => line.files > 0) ? [text(group.filesNoted)] : [])]),
    ],
  })
}

/** Where the rest of the conversation may not be read: the open email alone, why, and who can change it. */
export function openLetterCard({ message, subject, line }: { message: string; subject: string; line: LetterLine }, context: CardContext): Card {
  const words = conversationCardTexts[context.locale]
  return card({
    name: 'conversation', title: subject.trim() || groupTexts[context.locale].noSubject, subtitle: words.onlyOpen,
    sections: [
      section(null, [
        letterRow(line, { message, tickable: false, subjectBefore: subject }, context),
        ...(line.standing === 'ready' ? [buttons(pressButton(cardWords(context).register, registerAction.on(context, { message }), 'FILLED'))] : []),
      ]),
      section(null, [text(words.why), text(words.administrator)]),
    ],
  })
}
