import { LRUCache } from 'lru-cache'
import { notifyAnswer, pressAnswer, type Place } from '@counterpane/addin-gmail/answers'
import type { AddonAnswer, Card } from '@counterpane/addin-gmail/card-schema'
import { messageCard } from '@counterpane/addin-gmail/cards/message-card'
import type { AfterRegistering } from '@counterpane/addin-gmail/cards/message-view'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { MailSource } from '../../ports/mail-source'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import { ReopenNeeded, type Visit } from './gmail-visit'

/** Only what this person's own mailbox showed a moment ago; a press need not read it again, and works where Gmail gives no access with it. */
const keptMessages = { max: 500, ttl: 10 * 60_000 } as const

export interface SeenMessage { message: string; snapshot: MessageSnapshot; sidebar: Sidebar; sender: { name: string; address: string } }

/** The opened message: reading it, asking about it, drawing its card. Where no message is open, home stands in its place. */
export function createMessageDesk(needs: Pick<GmailAddonNeeds, 'openMail' | 'askSidebar'>, drawHome: (visit: Visit) => Promise<Card>) {
  const seen = new LRUCache<string, MessageSnapshot>(keptMessages)
  const keyOf = ({ sub }: Visit, message: string) => `${sub}\n${message}`

  /** The mailbox with this call's access; the message's token fits no other message. */
  function mailOf({ event: { authorizationEventObject, gmail } }: Visit, message: string): MailSource {
    const fits = gmail.messageId === undefined || gmail.messageId === message
    if (!authorizationEventObject.userOAuthToken || !gmail.accessToken || !fits) throw new ReopenNeeded()
    return needs.openMail({ userToken: authorizationEventObject.userOAuthToken, messageToken: gmail.accessToken })
  }
  const keep = (visit: Visit, message: string, { messageId, conversationId, subject, sentAt, receivedAt, from, replyTo, to, cc }: MessageSnapshot) => {
    const snapshot = { messageId, conversationId, subject, sentAt, receivedAt, from, replyTo, to, cc }
    seen.set(keyOf(visit, message), snapshot)
    return snapshot
  }
  async function ask(visit: Visit, message: string, snapshot: MessageSnapshot): Promise<SeenMessage> {
    const sidebar = await needs.askSidebar(visit.caller, snapshot, visit.context.locale)
    const other = sidebar.match.kind === 'internal' ? undefined : sidebar.participants.find((one) => one.kind !== 'internal' && one.address !== '')
    return { message, snapshot, sidebar, sender: other ? { name: other.name, address: other.address } : snapshot.from }
  }

  const desk = {
    /** The mailbox with this call's access; fails with ReopenNeeded where Gmail gave none for this message. */
    mail: mailOf,
    async open(visit: Visit, message: string): Promise<SeenMessage> {
      return ask(visit, message, keep(visit, message, await mailOf(visit, message).headers(message)))
    },
    /** As it was seen a moment ago, else read anew. */
    async again(visit: Visit, message: string): Promise<SeenMessage> {
      const known = seen.get(keyOf(visit, message))
      return known ? ask(visit, message, known) : desk.open(visit, message)
    },
    async readContent(visit: Visit, message: string) {
      const content = await mailOf(visit, message).content(message)
      keep(visit, message, content)
      return content
    },
    card: (visit: Visit, { message, snapshot, sidebar, sender }: SeenMessage, after?: AfterRegistering): Card => messageCard({ message, sidebar, sender, subject: snapshot.subject, ...(after && { after }) }, visit.context),
    /** The card as it is after something was done. What was done is said even where the message can no longer be read. */
    async show(visit: Visit, message: string | null | undefined, { place, notification, after }: { place: Place; notification?: string; after?: AfterRegistering }): Promise<AddonAnswer> {
      if (!message) return pressAnswer(place, await drawHome(visit), notification)
      try {
        return pressAnswer(place, desk.card(visit, await desk.again(visit, message), after), notification)
      } catch (error) {
        if (!(error instanceof ReopenNeeded) || !notification) throw error
        return notifyAnswer(notification, true)
      }
    },
  }
  return desk
}
export type MessageDesk = ReturnType<typeof createMessageDesk>
