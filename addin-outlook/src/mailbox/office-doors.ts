import type { HostDoors, NewLetter } from './mail-client'
import { hasSet, officeCall } from './office-call'
import { currentItem } from './open-item-key'

const knownSets = Array.from({ length: 20 }, (_, minor) => `1.${20 - minor}`)
// Limits of displayNewMessageForm.
const limits = { recipients: 100, subject: 255, body: 32_000, fileName: 255, fileAddress: 2_048 }

/** What of the mail client opens beside the message: windows, dialogs, the pane itself. */
export function createOfficeDoors({ timeoutMs = 10_000 }: { timeoutMs?: number } = {}): Omit<HostDoors, 'dialog'> {
  const name = () => Office.context.mailbox?.diagnostics?.hostName ?? ''
  const onPhone = () => /^Outlook(IOS|Android)$/i.test(name())
  /** A host that has the function may still refuse it: then the caller offers another way. */
  const tried = (open: () => void) => { try { open(); return true } catch { return false } }

  return {
    facts: () => ({
      name: name(), version: Office.context.mailbox?.diagnostics?.hostVersion ?? '', platform: String(Office.context.platform ?? ''), sets: knownSets.find(hasSet) ?? '1.5',
      nestedAppAuth: asked('NestedAppAuth', '1.1'), phone: onPhone(), accountType: Office.context.mailbox?.userProfile?.accountType ?? '',
    }),
    openOriginal(itemId) {
      const { mailbox } = Office.context
      return !onPhone() && typeof mailbox?.displayMessageForm === 'function' && tried(() => mailbox.displayMessageForm(itemId))
    },
    writeLetter(letter) {
      const { mailbox } = Office.context
      return !onPhone() && hasSet('1.6') && typeof mailbox?.displayNewMessageForm === 'function' && tried(() => mailbox.displayNewMessageForm(toForm(letter)))
    },
    async sharedOwner() {
      const item = currentItem()
      // Office.js has this only on items of another's folder, and on phones not at all.
      if (!hasSet('1.8') || !item || typeof item.getSharedPropertiesAsync !== 'function') return null
      const shared = await officeCall<Office.SharedProperties>((done) => item.getSharedPropertiesAsync(done), timeoutMs).catch(() => null)
      const own = Office.context.mailbox.userProfile.emailAddress ?? ''
      return shared?.owner && shared.owner.toLowerCase() !== own.toLowerCase() ? shared.owner : null
    },
    closePane: () => { if (typeof Office.context.ui?.closeContainer === 'function') Office.context.ui.closeContainer() },
  }
}

function asked(set: string, version: string) {
  try { return Office.context.requirements.isSetSupported(set, version) } catch { return false }
}

function toForm({ to, subject, text, files }: NewLetter): Office.MessageForm & { toRecipients: string[] } {
  return {
    toRecipients: to.map(({ address }) => address).filter((address) => address !== '' && !/^\/o=/i.test(address)).slice(0, limits.recipients),
    subject: subject.slice(0, limits.subject),
    htmlBody: escaped(text, limits.body),
    attachments: files.filter((file) => file.url.length <= limits.fileAddress).map((file) => ({ type: 'file', name: file.name.slice(0, limits.fileName), url: file.url })),
  }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }
/** Text as HTML, cut before it grows above what the form takes, never inside of a sign. */
function escaped(text: string, longest: number): string {
  let html = ''
  for (const sign of text.replace(/\r\n?/g, '\n')) {
    const next = signs[sign] ?? sign
    if (html.length + next.length > longest) break
    html += next
  }
  return html
}
