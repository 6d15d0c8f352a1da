import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { type Failure, toFailure } from '../../app/failure'
import type { PaneServices } from '../../app/pane-context'
import { sendable } from '../../app/sendable'
import { clientOfLine, type GroupLine, type LineOutcome } from './group-lines'

const longestName = 1_000

/** One email of a group becomes a contact of its own, with its text; one that fails stops no other. `failure`: with this nobody further would get through. */
export function createLineRegistering({ api, store, outbox }: Pick<PaneServices, 'api' | 'store' | 'outbox'>) {
  async function register(line: GroupLine): Promise<{ outcome: LineOutcome; failure: Failure | null }> {
    const { message } = line
    if (!message) return { outcome: { kind: 'failed', why: '' }, failure: null }
    const body = orderOf(line, message)
    try {
      const { contact, created } = await api('registerMessage', { body })
      // Whatever is remembered of this message, and of others of this client, is asked anew when it is opened.
      store.patchView(message.key, { stale: true })
      store.forgetClients([contact.counterparty?.id], message.key)
      return { outcome: { kind: created ? 'registered' : 'joined', contact }, failure: null }
    } catch (error) {
      const failure = toFailure(error)
      if (failure.kind === 'offline') return { outcome: outbox.keep(message.key, body) ? { kind: 'kept' } : { kind: 'failed', why: '' }, failure: null }
      if (failure.kind !== 'problem') return { outcome: { kind: 'failed', why: '' }, failure }
      const later = failure.status >= 500 || failure.status === 429 || failure.status === 0
      return { outcome: { kind: later ? 'failed' : 'refused', why: failure.title || failure.detail }, failure: null }
    }
  }
  return { register }
}

function orderOf(line: GroupLine, { snapshot, attachments, itemId }: NonNullable<GroupLine['message']>): BodyOf<'registerMessage'> {
  const facts = attachments.map(({ name, contentType, size }) => ({ name: name.slice(0, longestName), contentType: contentType.slice(0, longestName), size }))
  return sendable({ message: { ...snapshot, text: line.text, html: line.html, attachments: facts, itemId }, ...clientOfLine(line), client: 'outlook' as const })
}
