import type { Contact } from '@counterpane/shared/contract/contact'
import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { type FilesTexts, filesTexts } from '@counterpane/shared/text/files-pane'
import type { PaneServices } from '../../app/pane-context'
import { sendable } from '../../app/sendable'
import { MailboxError, type OpenFile } from '../../mailbox/mailbox'
import { SignInRefused } from '../../session/pane-session'
import { givesFiles, policyOf } from './file-policy'
import { keptIds, pairWithContact, planFiles } from './plan-files'
import { sendFile } from './send-file'

type Needs = Pick<PaneServices, 'client' | 'api' | 'store' | 'session'>

/**
 * Bytes of the chosen files, after the message is registered: the registration waits for none of it, and nothing here can undo it.
 * A file that can no longer be read (another message is open) or sent is named, and `retryFiles` tries it again.
 */
export async function keepFiles(needs: Needs, key: string, contact: Pick<Contact, 'attachments' | 'visibility'>): Promise<void> {
  const { client, api, store } = needs
  const view = store.view(key)
  if (!view || view.message.attachments.length === 0 || contact.attachments.length === 0 || contact.visibility !== 'full' || underWay(view.filesWork)) return
  const { attachments: files } = view.message
  const texts = filesTexts[store.get().locale]
  if (!givesFiles(client.doors.facts().sets)) return
  try {
    const chosen = keptIds(planFiles(files, await policyOf(api), view.chosenFiles))
    const records = pairWithContact(files.map(asSent), contact.attachments)
    const wanted = files.filter((file) => chosen.includes(file.id) && records.get(file.id)?.kept !== true)
    if (wanted.length > 0) await keepEach(needs, { key, wanted, recordOf: (file) => records.get(file.id)?.id ?? null, texts })
  } catch (error) {
    store.patchView(key, { filesWork: { done: 0, of: files.length, failed: files.map(({ name }) => ({ name, why: reasonOf(error, texts) })) } })
  }
}

/** What is not kept yet, once more; what the contact has by now is not sent again. */
export async function retryFiles(needs: Needs, key: string): Promise<void> {
  const contactId = needs.store.view(key)?.answer?.registered?.contactId
  if (contactId === undefined) return
  const contact = await needs.api('getContact', { id: contactId })
  needs.store.patchView(key, { filesWork: null })
  await keepFiles(needs, key, contact)
}

interface Job { key: string; wanted: readonly OpenFile[]; recordOf: (file: OpenFile) => string | null; texts: FilesTexts }

async function keepEach({ client, store, session }: Needs, { key, wanted, recordOf, texts }: Job) {
  const failed: { name: string; why: string }[] = []
  let done = 0
  const tell = () => store.patchView(key, { filesWork: { done, of: wanted.length, failed: [...failed] } })
  tell()
  // Reading needs the message open, sending does not: so each file is read while the one before it is on its way.
  let before: Promise<unknown> = Promise.resolve()
  const reading = wanted.map((file) => {
    const bytes = before.then(() => client.files.read(key, file.id))
    before = bytes.catch(() => undefined)
    return { file, bytes }
  })
  for (const { file, bytes } of reading) {
    try {
      const id = recordOf(file)
      if (id === null) throw new MissingRecord()
      await sendFile({ session, locale: () => store.get().locale }, id, await bytes)
      done++
    } catch (error) {
      failed.push({ name: file.name, why: reasonOf(error, texts) })
    }
    tell()
  }
}

/** The name as the registration had it (registering.ts). */
const asSent = (file: OpenFile): OpenFile => ({ ...file, name: sendable(file.name.slice(0, 1_000)) })

class MissingRecord extends Error {}

const underWay = (work: { done: number; of: number; failed: readonly unknown[] } | null) => work !== null && work.done + work.failed.length < work.of

function reasonOf(error: unknown, { why }: FilesTexts): string {
  if (error instanceof MailboxError) return error.code === 'other-message' ? why.closed : error.code === 'too-late' ? why.late : why.notGiven
  if (error instanceof NoConnectionError) return why.offline
  if (error instanceof MissingRecord) return why.unknown
  if (error instanceof ProblemError) return (error.problem.detail || error.problem.title).replace(/\.$/, '')
  return error instanceof SignInRefused ? why.signedOut : why.notGiven
}
