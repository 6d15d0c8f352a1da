import { pressAnswer } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { conversationCard, openConversationAction, openLetterCard, registerConversationAction, type ConversationView } from '@counterpane/addin-gmail/cards/conversation-card'
import { tickOf, type LetterLine } from '@counterpane/addin-gmail/cards/letter-lines'
import { conversationCardTexts } from '@counterpane/shared/text/conversation-cards'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import type { OpenedContent } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { afterRegistering, lineOf, registerEach, toMessage } from './conversation-lines'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { chosenInputs } from './gmail-event'
import type { Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import type { MessageDesk, SeenMessage } from './message-desk'
import { onLook, onPress, type PressedAction } from './pressed-action'

interface Read { seen: SeenMessage; contents: OpenedContent[]; lines: LetterLine[] }

/** A Gmail add-on sees one conversation, not a selection: that is the group here (product 2.2.5). */
export function conversationActions(needs: GmailAddonNeeds, desk: MessageDesk): [string, PressedAction][] {
  const ask = (visit: Visit, contents: readonly OpenedContent[]) =>
    needs.registerMany(visit.caller, { messages: contents.map(toMessage), dryRun: true, client: 'gmail' }, visit.context.locale)

  /**
   * The conversation with how each email stands, the newest first; null where it may not be read. Consent is never asked for here: an event tells which
   * scopes were granted, not which ones the deployment has, and Google refuses to ask for one that is not in its manifest.
   */
  async function read(visit: Visit, message: string): Promise<Read | null> {
    const mail = desk.mail(visit, message)
    const seen = await desk.again(visit, message)
    const { conversationId } = seen.snapshot
    if (missingScopes(visit.event, [scopes.readonly]).length > 0 || !conversationId) return null
    try {
      const contents = (await mail.conversation(conversationId)).reverse()
      const answered = await ask(visit, contents)
      return { seen, contents, lines: contents.map((content, at) => lineOf(content, answered[at]!)) }
    } catch (error) {
      if (error instanceof ProviderFailure && error.code === 'consent-missing') return null
      throw error
    }
  }

  async function openAlone(visit: Visit, message: string): Promise<AddonAnswer> {
    const { snapshot } = await desk.again(visit, message)
    const content: OpenedContent = { ...snapshot, itemId: message, text: null, html: null, attachments: [], fileIds: [] }
    const [answered] = await ask(visit, [content])
    return pressAnswer('push', openLetterCard({ message, subject: snapshot.subject, line: lineOf(content, answered!) }, visit.context))
  }

  const draw = (visit: Visit, place: 'push' | 'update', { seen, lines }: Pick<Read, 'seen' | 'lines'>, rest: Pick<ConversationView, 'skip'> & Partial<ConversationView>) =>
    pressAnswer(place, conversationCard({ message: seen.message, subject: seen.snapshot.subject, lines, done: null, ...rest }, visit.context), rest.done ?? undefined)

  return [
    onLook(openConversationAction, async (visit, { message, skip }) => {
      const found = await read(visit, message)
      return found ? draw(visit, skip === undefined ? 'push' : 'update', found, { skip: placeOf(skip) }) : openAlone(visit, message)
    }),
    onPress(registerConversationAction, async (visit, { message, skip, all }) => {
      const found = await read(visit, message)
      if (!found) return openAlone(visit, message)
      const { locale } = visit.context
      const chosen = found.lines.flatMap((line, at) => (line.standing === 'ready' && (all || chosenInputs(visit.event, tickOf(line.id)).includes('yes')) ? [at] : []))
      // A second press of the same button finds nothing left to do: what it shows is what the first one did.
      const wasDone = found.lines.some((line) => line.standing === 'registered' && chosenInputs(visit.event, tickOf(line.id)).includes('yes'))
      if (chosen.length === 0) return draw(visit, 'update', found, { skip: placeOf(skip), ...(!wasDone && !all && { problem: conversationCardTexts[locale].tickOne }) })
      const answered = await registerEach(needs, visit, chosen.map((at) => found.contents[at]!))
      const lines = found.lines.map((line) => ({ ...line, ticked: false }))
      chosen.forEach((at, place) => { lines[at] = afterRegistering(lines[at]!, answered[place]!) })
      const count = (kind: string) => chosen.filter((at) => lines[at]!.outcome?.kind === kind).length
      const done = groupTexts[locale].summary({ registered: count('registered'), joined: count('joined'), kept: 0, failed: count('failed') })
      return draw(visit, 'update', { seen: found.seen, lines }, { skip: placeOf(skip), done })
    }),
  ]
}

const placeOf = (skip: string | undefined) => (skip !== undefined && /^\d{1,3}$/.test(skip) ? Number(skip) : 0)
