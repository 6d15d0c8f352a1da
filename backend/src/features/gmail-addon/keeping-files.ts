import type { Attachment, Contact } from '@counterpane/shared/contract/contact'
import { AppError } from '@counterpane/shared/errors/app-error'
import { fileRefusals, sizeText } from '@counterpane/shared/text/file-refusals'
import { filesLineTexts } from '@counterpane/shared/text/files-line-pane'
import { gmailFailureTexts } from '@counterpane/shared/text/gmail-failure-cards'
import { problemTexts } from '@counterpane/shared/text/problems'
import type { MailSource, OpenedContent } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

/** What became of the files of a registered message. `refused`: each with a sentence; a file that nobody wanted is in neither. */
export interface KeptFiles { kept: number; refused: { name: string; why: string }[] }

/** Gmail waits 30 s for the card, and a call under way may take five more: no file is begun after this. All that is read lies in memory once. */
const limits = { ms: 15_000, bytes: 25 * 1024 * 1024 } as const
const nothing: KeptFiles = { kept: 0, refused: [] }

type Needs = Pick<GmailAddonNeeds, 'attachmentPolicy' | 'getMe' | 'keepFile' | 'openMail'>
/** `content` as it was read by this very press: ids of files hold for one reading. */
export interface RegisteredMessage { content: OpenedContent; contact: Pick<Contact, 'attachments' | 'visibility'>; wanted: readonly number[] | null }

/**
 * Reads the bytes of a message's files from the mailbox and keeps them with the registered contact. `wanted`: places among the message's attachments;
 * null keeps what the policy and the manager's preferences say. What was registered stays registered whatever happens here: it never rejects.
 */
export async function keepFiles(needs: Needs, visit: Visit, { content, contact, wanted }: RegisteredMessage): Promise<KeptFiles> {
  if (contact.visibility !== 'full' || content.attachments.length === 0) return nothing
  try {
    const places = wanted ?? (await placesByThemselves(needs, visit, content))
    return await keepEach(needs, visit, { content, contact, places })
  } catch {
    return nothing
  }
}

async function placesByThemselves(needs: Needs, visit: Visit, { attachments }: OpenedContent): Promise<number[]> {
  const policy = await needs.attachmentPolicy()
  if (policy.keep !== 'all') return []
  const { preferences } = await needs.getMe(visit.caller)
  return preferences.gmail.keepFiles ? attachments.map((_, at) => at) : []
}

async function keepEach(needs: Needs, visit: Visit, { content, contact, places }: { content: OpenedContent; contact: RegisteredMessage['contact']; places: readonly number[] }): Promise<KeptFiles> {
  const { locale } = visit.context
  const said = gmailFailureTexts[locale].file
  const policy = await needs.attachmentPolicy()
  const records = pairWithContact(content.attachments, contact.attachments)
  const mail = mailOf(needs, visit)
  const result: KeptFiles = { kept: 0, refused: [] }
  const until = Date.now() + limits.ms
  let room = Math.min(limits.bytes, policy.maxMessageBytes)
  for (const at of new Set(places)) {
    const file = content.attachments[at]
    if (!file) continue
    const record = records[at]
    const fileId = content.fileIds[at]
    const refuse = (why: string) => result.refused.push({ name: file.name || filesLineTexts[locale].nameless, why })
    if (record?.kept) result.kept += 1
    else if (!record) refuse(said.noRecord)
    else if (!fileId || !mail) refuse(said.notGiven)
    else if (file.size > policy.maxFileBytes) refuse(fileRefusals[locale].fileTooLarge(sizeText(policy.maxFileBytes, locale)))
    else if (file.size > room) refuse(fileRefusals[locale].messageTooLarge(sizeText(Math.min(limits.bytes, policy.maxMessageBytes), locale)))
    else if (Date.now() > until) refuse(said.noTime)
    else {
      try {
        const bytes = await mail.file(content.itemId, fileId, Math.min(room, policy.maxFileBytes))
        await needs.keepFile(visit.caller, record.id, bytes, locale)
        room -= bytes.length
        result.kept += 1
      } catch (error) {
        refuse(reasonOf(error, visit, policy.maxFileBytes))
      }
    }
  }
  return result
}

/** Null where this press came without access; the message was then read some other way, and its files can't be. */
function mailOf(needs: Needs, { event: { authorizationEventObject, gmail } }: Visit): MailSource | null {
  const { userOAuthToken } = authorizationEventObject
  return userOAuthToken && gmail.accessToken ? needs.openMail({ userToken: userOAuthToken, messageToken: gmail.accessToken }) : null
}

/**
 * Files of the message beside those of its contact, by place. A contact that this message made has them in the same order; one that a colleague's copy
 * made may list them otherwise, and another mail client tells other sizes: then the name alone decides, as long as it is one file's only.
 */
export function pairWithContact<T extends Pick<Attachment, 'name' | 'size'>>(files: readonly { name: string; size: number }[], attachments: readonly T[]): (T | null)[] {
  const left = [...attachments]
  const take = (fits: (one: T) => boolean): T | null => {
    const at = left.findIndex(fits)
    return at < 0 ? null : left.splice(at, 1)[0] ?? null
  }
  const exact = files.map((file) => take((one) => one.name === file.name && one.size === file.size))
  return exact.map((found, at) => {
    const { name } = files[at]!
    return found ?? (left.filter((one) => one.name === name).length === 1 ? take((one) => one.name === name) : null)
  })
}

function reasonOf(error: unknown, { context: { locale } }: Visit, maxFileBytes: number): string {
  const said = gmailFailureTexts[locale].file
  if (error instanceof ProviderFailure) {
    if (error.code === 'timed-out') return said.late
    if (error.code === 'gone') return said.gone
    return error.code === 'too-large' ? fileRefusals[locale].fileTooLarge(sizeText(maxFileBytes, locale)) : said.notGiven
  }
  if (error instanceof AppError) return (error.code === 'file-refused' ? error.detail : null) ?? problemTexts[locale][error.code].title
  return problemTexts[locale].internal.title
}
