import { gmail } from '@googleapis/gmail'
import type { z } from 'zod'
import type { MailSource, OpenMailSource, OpenMessageAccess } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { decodeText, leavesOf, type TextLeaf } from './gmail-body'
import { toHeaders } from './gmail-headers'
import { gmailAttachment, gmailMessage } from './gmail-json'

const metadataHeaders = ['From', 'To', 'Cc', 'Reply-To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References']
/** Gmail waits 30 s for a card; one call may take 5 of them. Long bodies lie apart; more than a few is not a letter. */
const callLimits = { timeoutMs: 5_000, textsApart: 4 } as const
const knownIds = /^[A-Za-z0-9:_-]{1,256}$/

/** Reads the one open message through Gmail's API with the two tokens of the event. */
export function createGmailMessageSource({ apiRoot, timeoutMs = callLimits.timeoutMs }: { apiRoot?: string; timeoutMs?: number } = {}): OpenMailSource {
  const api = gmail({ version: 'v1' })
  // Given with each call: the client's own rootUrl loses the path of the root.
  const root = apiRoot ? { rootUrl: `${apiRoot.replace(/\/+$/, '')}/` } : {}

  return ({ userToken, messageToken }: OpenMessageAccess): MailSource => {
    const headers = { Authorization: `Bearer ${userToken}`, ...(messageToken && { 'X-Goog-Gmail-Access-Token': messageToken }) }
    // Redirects would carry the message's token to another house; repeating would outlast the person's patience.
    const options = { ...root, headers, timeout: timeoutMs, retry: false, redirect: 'error' as const, fetchImplementation: fetch, responseType: 'json' as const }

    const message = (id: string, query: { format: 'metadata' | 'full'; metadataHeaders?: string[] }) =>
      asked(gmailMessage, () => api.users.messages.get({ userId: 'me', id: checkedId(id), ...query }, options))
    const bytesApart = (messageId: string, id: string) => asked(gmailAttachment, () => api.users.messages.attachments.get({ userId: 'me', messageId, id }, options))

    async function textOf(messageId: string, leaves: readonly TextLeaf[]): Promise<string | null> {
      const texts: string[] = []
      let apart = 0
      for (const leaf of leaves) {
        if (leaf.data !== null) texts.push(decodeText(leaf.data, leaf.charset))
        else if (leaf.attachmentId !== null && apart++ < callLimits.textsApart) texts.push(decodeText((await bytesApart(messageId, leaf.attachmentId)).data, leaf.charset))
      }
      const text = texts.join('\n')
      return text.trim() === '' ? null : text
    }

    return {
      headers: async (messageId) => toHeaders(await message(messageId, { format: 'metadata', metadataHeaders })),
      async content(messageId) {
        const found = await message(messageId, { format: 'full' })
        const { texts, attachments } = leavesOf(found.payload)
        const text = await textOf(found.id, texts.filter((leaf) => !leaf.html))
        const html = await textOf(found.id, texts.filter((leaf) => leaf.html))
        return { ...toHeaders(found), text, html, attachments, fileIds: attachments.map(() => null) }
      },
      file: () => Promise.reject(new ProviderFailure('rejected')),
      conversation: () => Promise.reject(new ProviderFailure('rejected')),
      createDraft: () => Promise.reject(new ProviderFailure('rejected')),
    }
  }
}

function checkedId(id: string): string {
  if (!knownIds.test(id)) throw new ProviderFailure('rejected')
  return id
}

async function asked<T extends z.ZodType>(shape: T, call: () => Promise<{ data: unknown }>): Promise<z.output<T>> {
  let data: unknown
  try {
    data = (await call()).data
  } catch (error) {
    throw error instanceof ProviderFailure ? error : toFailure(error)
  }
  const parsed = shape.safeParse(data)
  if (!parsed.success) throw new ProviderFailure('temporary')
  return parsed.data
}

/** Only the status and Retry-After are looked at: the library's errors hold the request with its tokens. */
function toFailure(error: unknown): ProviderFailure {
  const response = typeof error === 'object' && error !== null && 'response' in error ? (error.response as { status?: number; headers?: unknown } | undefined) : undefined
  const status = response?.status ?? 0
  if (status === 401) return new ProviderFailure('auth-expired')
  if (status === 403) return new ProviderFailure('forbidden')
  if (status === 404 || status === 410) return new ProviderFailure('gone')
  if (status === 429) return new ProviderFailure('rate-limited', retryAfterOf(response?.headers))
  return new ProviderFailure(status >= 400 && status < 500 ? 'rejected' : 'temporary')
}

function retryAfterOf(headers: unknown): number | null {
  const value = headers instanceof Headers ? headers.get('retry-after') : (headers as Record<string, string> | undefined)?.['retry-after']
  const seconds = Number(value)
  return value && seconds >= 0 && seconds <= 86_400 ? seconds : null
}
