import type { Contact } from '@counterpane/shared/contract/contact'
import type { MailAddress } from '@counterpane/shared/domain/message'
import type { PaneApi } from '../../app/pane-api'
import type { NewLetter } from '../../mailbox/mail-client'

/** Outlook takes an address line of so many characters. */
const longestMailto = 1_800

/** The first address of each of the contact's persons; one whose address is unknown is left out. */
export async function recipientsOf(api: PaneApi, { persons }: Pick<Contact, 'persons'>): Promise<MailAddress[]> {
  const known = await Promise.all(persons.map(({ id }) => api('getPerson', { id })))
  return known.flatMap(({ name, addresses }) => (addresses[0] === undefined ? [] : [{ name, address: addresses[0] }]))
}

/** Addresses under which the mail client can fetch the chosen files; what is not to be had is named. */
export async function linkFiles(api: PaneApi, files: readonly { id: string; name: string }[], origin: string) {
  const asked = await Promise.allSettled(files.map(({ id }) => api('linkAttachment', { id })))
  return {
    files: asked.flatMap((one) => (one.status === 'fulfilled' ? [{ name: one.value.name, url: new URL(one.value.url, origin).href }] : [])),
    missing: files.filter((_, index) => asked[index]?.status === 'rejected').map(({ name }) => name),
  }
}

/** The same letter for a mail program, where the mail client has no form of its own. Files can't go this way. */
export function mailtoOf({ to, subject, text }: Pick<NewLetter, 'to' | 'subject' | 'text'>): string {
  const addresses = to.map(({ address }) => encodeURIComponent(address).replaceAll('%40', '@')).join(',')
  return `mailto:${addresses}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.slice(0, longestMailto)).replaceAll('%0A', '%0D%0A')}`
}
