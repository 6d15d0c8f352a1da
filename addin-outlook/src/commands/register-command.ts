import { createHttpClient, type BodyOf } from '@counterpane/shared/contract/http-client'
import { paneRoutes } from '@counterpane/shared/contract/pane-routes'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { Locale } from '@counterpane/shared/domain/codes'
import { commandTexts } from '@counterpane/shared/text/commands-pane'
import { browserStore } from '../app/browser-stores'
import { toFailure } from '../app/failure'
import { createPaneApi } from '../app/pane-api'
import { sendable } from '../app/sendable'
import { createOutboxShelf } from '../features/register/outbox-shelf'
import { createOutbox } from '../features/register/outbox'
import type { MailClient } from '../mailbox/mail-client'
import type { OpenMessage } from '../mailbox/mailbox'
import { notice } from '../mailbox/office-commands'
import { createSession } from '../session/create-session'
import type { SignInSettings } from '../session/sign-in-settings'
import { isCertain } from './certain-match'

interface Deps { client: MailClient; signIn: SignInSettings; now?: () => Date }
type Order = BodyOf<'registerMessage'>

/** The ribbon's one click: registers the open message where its client is certain, and says above it what came of that (product 2.2.12). */
export async function registerOpenMessage({ client, signIn, now = () => new Date() }: Deps): Promise<void> {
  const { mailbox, doors } = client
  const { owner, locale: hostLocale } = await mailbox.ready()
  let locale: Locale = hostLocale
  const message = mailbox.openMessage()
  const words = () => commandTexts[locale]
  if (!message) return notice('failed', words().noMessage)
  await notice('working', words().working)

  const call = createHttpClient({ routes: paneRoutes, token: () => session.token(), locale: () => locale, fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }) })
  // A window out of a button without a pane is what mail clients refuse: who is not signed in signs in there.
  const quietDoors = { facts: doors.facts, dialog: () => Promise.reject(new Error('no windows here')) }
  const session = createSession({ settings: signIn, call, address: owner.address, doors: quietDoors, locale: () => locale, storage: browserStore('sessionStorage'), now: () => now().getTime() })
  const api = createPaneApi(call, session)

  try {
    await session.signIn()
    locale = session.manager()?.locale ?? locale
    const answer = await api('sidebar', { body: sendable({ message: message.snapshot }) })
    const known = verdict(answer)
    if (known) return notice('done', known)
    const { contact, created } = await api('registerMessage', { body: await order(message, answer) })
    const name = contact.counterparty?.name ?? null
    return notice('done', created ? words().registered(name) : words().already(contact.registeredBy?.name ?? '', contact.createdAt, name, now()))
  } catch (error) {
    return notice('failed', await notDone(error))
  }

  /** What is to be said instead of registering; null when nothing stands against it. */
  function verdict({ registered, excluded, match }: Sidebar): string | null {
    if (registered) return words().already(registered.by.name, registered.at, registered.counterparty?.name ?? null, now())
    if (excluded) return words().excluded
    if (match.kind === 'internal') return words().colleagues
    return isCertain(match, { outgoing: message?.snapshot.from.address.toLowerCase() === owner.address.toLowerCase() }) ? null : words().notCertain
  }

  async function order({ key, snapshot, attachments, itemId }: OpenMessage, answer: Sidebar | null): Promise<Order> {
    const text = await mailbox.readText(key).catch(() => ({ text: null, html: null }))
    const shared = await doors.sharedOwner()
    const facts = attachments.map(({ name, contentType, size }) => ({ name, contentType, size }))
    const waiting = answer?.sendOrder?.id
    return sendable({ message: { ...snapshot, ...text, attachments: facts, itemId }, ...(shared && { mailbox: shared }), ...(waiting && { sendOrderId: waiting }), client: 'outlook' as const })
  }

  async function notDone(error: unknown): Promise<string> {
    const failure = toFailure(error)
    if (failure.kind === 'signed-out') return words().signIn
    if (failure.kind === 'offline') return message && (await keep(message)) ? words().kept : words().offline
    return words().failed(failure.kind === 'problem' ? failure.title : '', failure.kind === 'problem' ? failure.reference : '')
  }

  /** Without a connection the order waits where the pane looks for it; a store that ends with this page is none. */
  async function keep(open: OpenMessage): Promise<boolean> {
    const storage = browserStore('localStorage')
    if (!createOutboxShelf(storage).works()) return false
    const outbox = createOutbox({ storage, api, owner: () => owner.address, alone: (work) => work(), onChange: () => undefined, onSent: () => undefined, now: () => now().getTime() })
    return outbox.keep(open.key, await order(open, null))
  }
}
