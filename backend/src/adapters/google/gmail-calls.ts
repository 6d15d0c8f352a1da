import type { Readable } from 'node:stream'
import { gmail } from '@googleapis/gmail'
import type { z } from 'zod'
import type { OpenMessageAccess } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { boundedFetch } from './bounded-fetch'
import { toFailure } from './gmail-errors'
import { gmailAttachment, gmailDraft, gmailMessage, gmailThread } from './gmail-json'

const metadataHeaders = ['From', 'To', 'Cc', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References']
const mebibyte = 1024 * 1024
/** Bytes of an answer; a file's own limit comes with the call. */
const answerLimits = { headers: mebibyte, message: 16 * mebibyte, draft: mebibyte } as const
const knownIds = /^[A-Za-z0-9:_-]{1,256}$/

/** The calls that the add-on makes, each once and within its time; what comes back is checked before it is used. */
export function createGmailCalls({ apiRoot, timeoutMs, uploadMs, threadBytes }: { apiRoot: string | undefined; timeoutMs: number; uploadMs: number; threadBytes: number }) {
  const api = gmail({ version: 'v1' })
  // Given with each call: the client's own rootUrl loses the path of the root.
  const root = apiRoot ? { rootUrl: `${apiRoot.replace(/\/+$/, '')}/` } : {}

  return ({ userToken, messageToken }: OpenMessageAccess) => {
    const headers = { Authorization: `Bearer ${userToken}`, ...(messageToken && { 'X-Goog-Gmail-Access-Token': messageToken }) }
    // Redirects would carry the message's token to another house; repeating would outlast the person's patience.
    const options = (maxBytes: number) =>
      ({ ...root, headers, timeout: timeoutMs, retry: false, redirect: 'error' as const, fetchImplementation: boundedFetch(maxBytes), responseType: 'json' as const })
    return {
      headers: (id: string) => asked(gmailMessage, () => api.users.messages.get({ userId: 'me', id: checked(id), format: 'metadata', metadataHeaders }, options(answerLimits.headers))),
      message: (id: string) => asked(gmailMessage, () => api.users.messages.get({ userId: 'me', id: checked(id), format: 'full' }, options(answerLimits.message))),
      thread: (id: string) => asked(gmailThread, () => api.users.threads.get({ userId: 'me', id: checked(id), format: 'full' }, options(threadBytes))),
      /** Base64url takes four letters for three bytes; the rest is the JSON around it. */
      attachment: (messageId: string, id: string, maxBytes: number) =>
        asked(gmailAttachment, () => api.users.messages.attachments.get({ userId: 'me', messageId: checked(messageId), id: checkedFile(id) }, options(Math.ceil(maxBytes / 3) * 4 + 4_096))),
      draft: (raw: string, threadId: string | null) =>
        asked(gmailDraft, () => api.users.drafts.create({ userId: 'me', requestBody: { message: { raw, ...(threadId && { threadId }) } } }, options(answerLimits.draft))),
      /** As JSON Gmail takes a few megabytes at most; letters of up to 35 MB go to its upload address, beside what is said of them. */
      uploadDraft: (letter: Readable, threadId: string | null) =>
        asked(gmailDraft, () => api.users.drafts.create({ userId: 'me', requestBody: { message: { ...(threadId && { threadId }) } }, media: { mimeType: 'message/rfc822', body: letter } }, { ...options(answerLimits.draft), timeout: uploadMs })),
    }
  }
}
export type GmailCalls = ReturnType<ReturnType<typeof createGmailCalls>>

function checked(id: string): string {
  if (!knownIds.test(id)) throw new ProviderFailure('rejected')
  return id
}
/** Gmail's ids of attachments are long, and made anew for each reading. */
function checkedFile(id: string): string {
  if (!/^[\w-]{1,4096}$/.test(id)) throw new ProviderFailure('rejected')
  return id
}

async function asked<T extends z.ZodType>(shape: T, call: () => Promise<{ data: unknown }>): Promise<z.output<T>> {
  let data: unknown
  try {
    data = (await call()).data
  } catch (error) {
    throw toFailure(error)
  }
  const parsed = shape.safeParse(data)
  if (!parsed.success) throw new ProviderFailure('temporary')
  return parsed.data
}
