import type { OpenedContent } from '../../ports/mail-source'
import { leavesOf, sentFiles, type TextLeaf } from './gmail-body'
import type { GmailCalls } from './gmail-calls'
import { decodeText } from './gmail-charset'
import { toHeaders } from './gmail-headers'
import type { GmailMessage } from './gmail-json'

const mebibyte = 1024 * 1024
/** Long texts lie apart; more than a few are no letter. */
const apartLimits = { texts: 4, textBytes: 8 * mebibyte } as const

/** What reading may still cost: calls for texts that lie apart, characters of text, time. Shared by the messages of a conversation. */
export interface ReadingBudget { calls: number; bytes: number; until: number }
export const oneMessage = (): ReadingBudget => ({ calls: apartLimits.texts, bytes: 16 * mebibyte, until: Number.POSITIVE_INFINITY })

/** A message with its text and the facts of its files; texts apart are asked for as long as the budget lasts. */
export async function contentOf(message: GmailMessage, calls: Pick<GmailCalls, 'attachment'>, budget: ReadingBudget): Promise<OpenedContent> {
  async function textOf(leaves: readonly TextLeaf[]): Promise<string | null> {
    const texts: string[] = []
    for (const { data: here, attachmentId, charset } of leaves) {
      const data = here ?? (attachmentId === null ? null : await apart(attachmentId))
      if (data === null || data.length > budget.bytes) continue
      budget.bytes -= data.length
      texts.push(decodeText(data, charset))
    }
    const text = texts.join('\n')
    return text.trim() === '' ? null : text
  }
  async function apart(id: string): Promise<string | null> {
    if (budget.calls <= 0 || Date.now() > budget.until) return null
    budget.calls -= 1
    return (await calls.attachment(message.id, id, apartLimits.textBytes)).data
  }
  const leaves = leavesOf(message.payload)
  const text = await textOf(leaves.texts.filter((leaf) => !leaf.html))
  const html = await textOf(leaves.texts.filter((leaf) => leaf.html))
  const files = sentFiles(leaves, html)
  return { ...toHeaders(message), text, html, attachments: files.map(({ name, contentType, size }) => ({ name, contentType, size })), fileIds: files.map(({ fileId }) => fileId) }
}
