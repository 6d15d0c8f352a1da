import { randomBytes } from 'node:crypto'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { parseMailFile } from '../../adapters/mail-files/parse-mail-file'
import { attachedBytes } from '../../adapters/mail-files/read-attached-bytes'
import { filesOf, gmailIdsOf, type DemoFile, type DemoMailFile } from './demo-letters'

/** A draft that the add-on made. `inReplyTo`: the Message-ID that it answers. */
export interface DemoDraft { id: string; threadId: string; to: readonly MailAddress[]; cc: readonly MailAddress[]; subject: string; text: string; attachments: readonly DemoFile[]; inReplyTo: string | null }
interface Kept { draft: DemoDraft; file: DemoMailFile }

/** Drafts of the stand-in's mailbox, and what was sent of them. */
export function createDemoDrafts({ owner, letters }: { owner: MailAddress; letters: () => readonly DemoMailFile[] }) {
  const drafts = new Map<string, Kept>()
  const sent: DemoMailFile[] = []
  /** By the letter's own id; read again for its files, as most drafts have none. */
  const raws = new Map<string, Uint8Array>()
  const bytesOf = async (id: string): Promise<Uint8Array[]> => {
    const raw = raws.get(id)
    return raw ? attachedBytes(raw) : []
  }
  let count = 0

  return {
    sent: (): readonly DemoMailFile[] => sent,
    /** Of a letter that was a draft here, sent or not; null of any other. */
    bytesOf: async (id: string, at: number): Promise<Uint8Array | null> => (await bytesOf(id))[at] ?? null,
    async filesOf(draftId: string): Promise<{ filename: string; contentType: string; content: Buffer }[]> {
      const kept = drafts.get(draftId)
      const bytes = kept ? await bytesOf(kept.file.id) : []
      return kept ? filesOf(kept.file).map(({ name, contentType }, at) => ({ filename: name, contentType, content: Buffer.from(bytes[at] ?? []) })) : []
    },
    list: (): DemoDraft[] => [...drafts.values()].map(({ draft }) => draft),
    /** Null when the conversation it is to join is not there; throws for what is no letter. */
    async create(raw: Uint8Array, threadId: string | null): Promise<DemoDraft | null> {
      const joined = threadId === null ? null : letters().find((one) => gmailIdsOf(one).thread === threadId)
      if (joined === undefined) return null
      const read = await parseMailFile(raw, `draft-${(count += 1)}`)
      if (read.unreadable !== undefined) throw new Error(read.unreadable)
      const id = `drafted-${count}`
      const content = { ...read.content, conversationId: joined ? joined.content.conversationId ?? joined.id : id, from: owner }
      const file: DemoMailFile = { id, content, attachments: read.attachments, from: [owner], headers: read.headers }
      const draft: DemoDraft = {
        id: `r-${BigInt(`0x${randomBytes(7).toString('hex')}`)}`, threadId: gmailIdsOf(file).thread, to: content.to, cc: content.cc, subject: content.subject, text: content.text ?? '', attachments: filesOf(file), inReplyTo: read.inReplyTo,
      }
      if (filesOf(file).length > 0) raws.set(id, raw)
      drafts.set(draft.id, { draft, file })
      return draft
    },
    /** Sends a draft as its writer would: the letter gets its Message-ID and lies among the sent ones. Gives Gmail's id of it as events name it, or null. */
    send(id: string, at: Date): string | null {
      const kept = drafts.get(id)
      if (!kept) return null
      drafts.delete(id)
      const messageId = `<CA${randomBytes(12).toString('hex')}@mail.gmail.com>`
      const headers = [...kept.file.headers.filter(({ name }) => !/^(date|message-id)$/i.test(name)), { name: 'Date', value: at.toUTCString() }, { name: 'Message-ID', value: messageId }]
      const letter = { ...kept.file, content: { ...kept.file.content, messageId, sentAt: at.toISOString(), receivedAt: null }, headers }
      sent.push(letter)
      return gmailIdsOf(letter).event
    },
  }
}
