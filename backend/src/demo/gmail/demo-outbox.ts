import MailComposer from 'nodemailer/lib/mail-composer'
import { z } from 'zod'
import type { DemoDraft } from './gmail-drafts'
import type { GmailApiStandIn } from './gmail-api-stand-in'

const addresses = z.array(z.string().max(1_000)).max(100)
/** A letter as it stands in the window in which it is written; `draftId` when it was opened from a draft. */
export const writtenLetter = z.strictObject({ to: addresses, cc: addresses, bcc: addresses, subject: z.string().max(10_000), text: z.string().max(500_000), draftId: z.string().max(100).nullable() })
export type WrittenLetter = z.output<typeof writtenLetter>

const listed = (people: DemoDraft['to']) => people.map(({ address }) => address)
const asShown = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()

/** What the page shows of a draft in its window. */
export const presentDraft = ({ to, cc, subject, text, attachments }: DemoDraft) => ({ to: listed(to).join(', '), cc: listed(cc).join(', '), subject, text: asShown(text), attachments: attachments.map(({ name, size }) => ({ name, size })) })

/** Sends what was written: a draft as it was made when nothing of it was changed, else a letter of its own that still answers the same one and has the same files. Gives the letter's id, or null. */
export async function sendWritten(letter: WrittenLetter, api: GmailApiStandIn, owner: { name: string; address: string }): Promise<string | null> {
  const draft = api.drafts().find(({ id }) => id === letter.draftId)
  const shown = draft && presentDraft(draft)
  const untouched = shown && shown.to === letter.to.join(', ') && shown.cc === letter.cc.join(', ') && letter.bcc.length === 0 && shown.subject === letter.subject && shown.text === asShown(letter.text)
  if (draft && untouched) return api.send(draft.id)
  const { to, cc, bcc, subject, text } = letter
  const replies = draft?.inReplyTo ? { inReplyTo: draft.inReplyTo, references: draft.inReplyTo } : {}
  const raw = await new MailComposer({ from: owner, to, cc, bcc, subject, text, ...replies, attachments: draft ? await api.filesOf(draft.id) : [], disableFileAccess: true, disableUrlAccess: true }).compile().build()
  const written = await api.write(raw, replies.inReplyTo ? draft?.threadId ?? null : null)
  return written && api.send(written.id)
}
