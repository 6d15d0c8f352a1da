import { conversationLimits, mailCallSeconds, mailUploadSeconds, type MailSource, type OpenedContent, type OpenMailSource } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { createGmailCalls } from './gmail-calls'
import { contentOf, oneMessage } from './gmail-content'
import { draftStream, rawDraft } from './gmail-draft'
import { toHeaders } from './gmail-headers'
import { gmailMessage } from './gmail-json'

/** All texts of a conversation that lie apart together; Gmail waits 30 seconds for the card. */
const conversationReading = { calls: 20, ms: 12_000 } as const
const wholeFile = /^[\w-]*={0,2}$/

/** Reads the one open message through Gmail's API with the two tokens of the event. */
export function createGmailMessageSource({ apiRoot, timeoutMs = mailCallSeconds * 1_000, uploadMs = mailUploadSeconds * 1_000 }: { apiRoot?: string; timeoutMs?: number; uploadMs?: number } = {}): OpenMailSource {
  const callsWith = createGmailCalls({ apiRoot, timeoutMs, uploadMs, threadBytes: conversationLimits.bytes })

  return (access): MailSource => {
    const calls = callsWith(access)
    return {
      headers: async (messageId) => toHeaders(await calls.headers(messageId)),
      content: async (messageId) => contentOf(await calls.message(messageId), calls, oneMessage()),
      async file(messageId, fileId, maxBytes) {
        const { data } = await calls.attachment(messageId, fileId, maxBytes)
        if (!wholeFile.test(data)) throw new ProviderFailure('temporary')
        if (Buffer.byteLength(data, 'base64url') > maxBytes) throw new ProviderFailure('too-large')
        return Buffer.from(data, 'base64url')
      },
      async conversation(conversationId) {
        const thread = await calls.thread(conversationId)
        const budget = { calls: conversationReading.calls, bytes: conversationLimits.bytes, until: Date.now() + conversationReading.ms }
        const contents: OpenedContent[] = []
        for (const unknown of thread.messages.slice(-conversationLimits.messages)) {
          const message = gmailMessage.safeParse(unknown)
          // What is still being written is no message of the conversation yet.
          if (message.success && !message.data.labelIds.includes('DRAFT')) contents.push(await contentOf(message.data, calls, budget))
        }
        return contents
      },
      async createDraft(letter) {
        const conversation = letter.inReplyTo?.conversationId ?? null
        const { id, message } = letter.files.length > 0 ? await calls.uploadDraft(draftStream(letter), conversation) : await calls.draft(await rawDraft(letter), conversation)
        return { draftId: id, threadId: message?.threadId ?? null }
      },
    }
  }
}
