import type { MailAddress } from '@counterpane/shared/domain/message'
import type { Drafts } from './mail-client'
import { MailboxError } from './mailbox'
import { hasSet, officeCall } from './office-call'
import { textOf, toAddress, toAddresses } from './office-message'
import { itemOf, type OfficeItem, whileOpen } from './open-item-key'
import { sendTicketName } from './send-ticket'

/** The window of a letter that is being written: nothing of it is known without a wait. */
export function createOfficeDrafts({ timeoutMs = 10_000 }: { timeoutMs?: number } = {}): Pick<Drafts, 'read' | 'keepForSending' | 'keptForSending'> {
  const recipients = async (field: Office.Recipients) => toAddresses(await officeCall<Office.EmailAddressDetails[]>((done) => field.getAsync(done), timeoutMs))

  /** Whose letter it is can be asked from set 1.7 on; that it is not told must not hide the recipients. */
  async function from(item: OfficeItem): Promise<MailAddress | null> {
    if (!hasSet('1.7') || !item.from) return null
    const writer = item.from as unknown as Office.From
    return officeCall<Office.EmailAddressDetails>((done) => writer.getAsync(done), timeoutMs).then(toAddress, () => null)
  }

  const kept = (item: OfficeItem) => {
    if (!hasSet('1.11')) throw new MailboxError('not-given', 'no session data')
    return (item as unknown as Office.MessageCompose).sessionData
  }

  return {
    read: (key) => whileOpen(key, async (item) => {
      const draft = item as unknown as Office.MessageCompose
      const [subject, to, cc, writer] = await Promise.all([
        officeCall<string>((done) => draft.subject.getAsync(done), timeoutMs), recipients(draft.to), recipients(draft.cc), from(item),
      ])
      return { subject: subject ?? '', to, cc, from: writer, conversationId: textOf(draft.conversationId) }
    }),
    keepForSending: (key, value) => whileOpen(key, async (item) => {
      const place = kept(item)
      // Taking away what is not there is refused by some hosts, and nothing to speak of.
      if (value === null) return void (await officeCall<void>((done) => place.removeAsync(sendTicketName, done), timeoutMs).catch(() => undefined))
      await officeCall<void>((done) => place.setAsync(sendTicketName, value, done), timeoutMs)
    }),
    async keptForSending(key) {
      itemOf(key)
      if (!hasSet('1.11')) return null
      const value = await whileOpen(key, (item) => officeCall<string>((done) => kept(item).getAsync(sendTicketName, done), timeoutMs).catch((error: unknown) => {
        // A name that was never kept is an error in Office.js.
        if (error instanceof MailboxError && error.code === 'not-given') return null
        throw error
      }))
      return textOf(value)
    },
  }
}
