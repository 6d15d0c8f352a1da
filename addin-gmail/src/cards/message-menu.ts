import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { defineAction, type CardContext } from '../card-context'
import { buttons, menuItem, pressButton } from '../card-parts'
import type { CardAction, Widget } from '../card-schema'
import { openCallAction } from './call-card'
import { openClientAction } from './client-card'
import { composeToAction } from './compose-card'
import { openConversationAction } from './conversation-card'
import type { MessageView } from './message-view'
import { openNoteAction } from './note-card'
import { refreshAction } from './plain-cards'

/** "Not to be processed": the message is not offered again until the mark is taken back. */
export const excludeAction = defineAction('exclude', ['message'])
export const followAction = defineAction('follow', ['message'], ['stop'])

/** What is wanted on other days, behind the card's own ⋮. Search, settings and help stand in the add-on's menu, which Gmail shows beside every card. */
export function messageMenu({ sidebar, message }: MessageView, context: CardContext): CardAction[] {
  const words = registerCardTexts[context.locale]
  const { conversation, registered, excluded, messageId, match } = sidebar
  const mayExclude = messageId !== null && !registered && !excluded && match.rule !== 'blocked'
  return [
    menuItem(words.refresh, refreshAction.on(context, { message })),
    menuItem(words.wholeConversation, openConversationAction.on(context, { message })),
    ...(conversation ? [conversation.following
      ? menuItem(words.stopFollowing, followAction.on(context, { message, stop: 'yes' }))
      : menuItem(words.conversation.follow, followAction.on(context, { message }))] : []),
    ...(mayExclude ? [menuItem(words.pane.doNotProcess, excludeAction.on(context, { message }))] : []),
  ]
}

/** The quiet row beside Register; a new task stands in the footer. */
export function furtherActions({ sidebar: { match, registered }, message }: MessageView, context: CardContext): Widget[] {
  const words = registerCardTexts[context.locale]
  const client = { counterpartyId: match.counterparty?.id, message }
  const who = { ...client, personId: match.person?.id }
  const quiet = (label: string, action: Parameters<typeof pressButton>[1]) => pressButton(label, action, 'BORDERLESS')
  return [buttons(
    quiet(words.logCall, openCallAction.on(context, who)),
    quiet(words.note, openNoteAction.on(context, { ...client, contactId: registered?.contactId })),
    match.person && quiet(words.writeEmail, composeToAction.on(context, { message, personId: match.person.id })),
    !match.counterparty && quiet(words.clientCard, openClientAction.on(context, who)),
  )]
}
