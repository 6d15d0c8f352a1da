import type { Contact } from '@counterpane/shared/contract/contact'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { answerSubject, quotedLetter } from '@counterpane/shared/text/answer-letter'
import { composeCardTexts } from '@counterpane/shared/text/compose-cards'
import { exactTime } from '@counterpane/shared/text/dates'
import type { DraftLetter, MailSource } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

type Needs = Pick<GmailAddonNeeds, 'getPerson' | 'getCounterparty' | 'listOriginals'>

/** The first address of each of the contact's persons; the client's own where none of them has one. */
export async function readersOf(needs: Needs, visit: Visit, { persons, counterparty }: Pick<Contact, 'persons' | 'counterparty'>): Promise<MailAddress[]> {
  const known = await Promise.all(persons.slice(0, 20).map(({ id }) => needs.getPerson(visit.caller, id)))
  const people = known.flatMap(({ name, addresses }) => (addresses[0] === undefined ? [] : [{ name, address: addresses[0] }]))
  if (people.length > 0 || !counterparty) return people
  const { name, addresses } = await needs.getCounterparty(visit.caller, counterparty.id)
  return addresses[0] === undefined ? [] : [{ name, address: addresses[0] }]
}

/** A letter that goes on from a contact: to its people, with its content; its files are read when the draft is made. */
export async function letterFrom(needs: Needs, visit: Visit, contact: Contact): Promise<Omit<DraftLetter, 'inReplyTo' | 'files'>> {
  const words = composeCardTexts[visit.context.locale]
  const who = contact.direction === 'incoming' ? contact.persons.map((person) => person.name).join(', ') : contact.manager?.name ?? ''
  return { to: await readersOf(needs, visit, contact), subject: answerSubject(contact), text: quotedLetter(words.quoteHead(exactTime(contact, visit.context), who), contact.content) }
}

/**
 * The conversation that the original lies in, in this person's own Gmail; null for a letter that begins anew. A conversation's id is another one in every
 * mailbox: ours is known where we registered the message here, or where the original is the very message that is open.
 */
export async function conversationFor(needs: Needs, visit: Visit, { contact, message, mail }: { contact: Contact; message: string | undefined; mail: MailSource }): Promise<DraftLetter['inReplyTo']> {
  if (contact.method !== 'letter') return null
  const own = (await needs.listOriginals(visit.caller, contact.id)).find(({ client, itemId, messageId }) => client === 'gmail' && itemId && messageId)
  if (!own?.messageId) return null
  if (contact.source === 'gmail' && contact.registeredBy?.id === visit.caller.id && contact.conversationId) return { messageId: own.messageId, conversationId: contact.conversationId }
  if (!message || !visit.event.gmail.accessToken || visit.event.gmail.messageId !== message) return null
  const opened = await mail.headers(message).catch(() => null)
  return opened?.itemId === own.itemId && opened.conversationId ? { messageId: own.messageId, conversationId: opened.conversationId } : null
}

/** In its conversation where that is still there, else as a letter of its own; without its files where Gmail does not take them. */
export async function makeDraft(mail: MailSource, letter: DraftLetter): Promise<{ draft: { draftId: string; threadId: string | null }; filesRefused: boolean }> {
  try {
    return { draft: await mail.createDraft(letter), filesRefused: false }
  } catch (error) {
    const code = error instanceof ProviderFailure ? error.code : null
    if (letter.inReplyTo !== null && (code === 'gone' || code === 'rejected')) return makeDraft(mail, { ...letter, inReplyTo: null })
    if (letter.files.length > 0 && (code === 'rejected' || code === 'timed-out')) return { ...(await makeDraft(mail, { ...letter, files: [] })), filesRefused: true }
    throw error
  }
}
