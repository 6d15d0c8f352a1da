import type { Locale } from '@counterpane/shared/domain/codes'
import { createHttpClient } from '@counterpane/shared/contract/http-client'
import { paneRoutes } from '@counterpane/shared/contract/pane-routes'
import { paneTexts } from '@counterpane/shared/text/pane'
import type { NeverKeysHeld } from '../features/register/never-keys'
import { createOutbox, type Outbox } from '../features/register/outbox'
import { outboxPlace } from '../features/register/outbox-shelf'
import { createRegistering } from '../features/register/registering'
import type { MailClient } from '../mailbox/mail-client'
import type { MailHost } from '../mailbox/mailbox'
import { createSession, loadMicrosoft } from '../session/create-session'
import type { Session } from '../session/pane-session'
import type { SignInSettings } from '../session/sign-in-settings'
import { aloneIn, browserStore } from './browser-stores'
import { toFailure } from './failure'
import { createFailureLog } from './failure-log'
import { createPaneApi, type PaneApi } from './pane-api'
import type { PaneServices } from './pane-context'
import { shownClient } from './pane-state'
import { createPaneStore } from './pane-store'

/** Another language chosen by the manager wins over the mail client's. */
const localeOf = (session: Session | null, host: MailHost): Locale => session?.manager()?.locale ?? host.locale
/** How often what waits is tried, and how long a silent mail client is given before it is asked again. */
const [outboxPause, silence] = [15_000, 5_000]

/** Where the never-register lists are kept; they are asked for when the mail client and the first answer have had their turn. */
const [neverPlace, neverRest] = ['counterpane.never', 3_000] as const

/** Everything the pane works with, put together once. The sidebar's question leaves from `start`, before anything is drawn. */
export function createPaneServices({ client, signIn, now = () => new Date() }: { client: MailClient; signIn: SignInSettings; now?: () => Date }) {
  const { mailbox } = client
  const failures = createFailureLog()
  let session: Session | null = null
  let host: MailHost = { owner: { name: '', address: '' }, locale: 'en' }
  let itemsSeen = 0
  let tellAsked = () => {}
  /** Resolves when the question about the open message is on its way, or it is known that there is none to ask. */
  const asked = new Promise<void>((resolve) => { tellAsked = resolve })
  // Cookies stay out of it: the pane speaks for the mailbox's owner, whoever is signed in to the journal in the same browser.
  const call = createHttpClient({ routes: paneRoutes, token: () => session?.token() ?? null, locale: () => localeOf(session, host), fetch: askingFetch })
  function askingFetch(...[url, init]: Parameters<typeof fetch>) {
    const answer = fetch(url, { ...init, credentials: 'omit' })
    if (String(url).endsWith('/api/sidebar')) tellAsked()
    return answer
  }
  const adoptLocale = () => { if (store.get().locale !== localeOf(session, host)) store.set({ locale: localeOf(session, host) }) }
  const signedIn: Session = {
    token: () => session?.token() ?? null, manager: () => session?.manager() ?? null,
    signIn: async (options) => {
      await session?.signIn(options)
      adoptLocale()
    },
    signOut: async () => { await session?.signOut() },
    facts: () => session?.facts() ?? { kind: signIn.kind, account: '', way: null, gotAt: null, expiresAt: null, hostOwnsAccount: false, trouble: null },
  }
  const api: PaneApi = createPaneApi(call, signedIn, failures.add)
  const kept = browserStore('localStorage')
  let never: NeverKeysHeld | null = null
  const loadNever = () => import(/* webpackChunkName: "never" */ '../features/register/never-keys').then((part) => never ??= part.createNeverKeys({ storage: kept, owner: () => host.owner.address, fetchKeys: () => api('neverRegisterKeys') })).catch(() => null)
  const store = createPaneStore({
    mailbox, api, never: { answerFor: (message) => never?.answerFor(message) ?? null, refresh: () => void setTimeout(() => void loadNever().then((held) => held?.refresh()), neverRest) },
  })
  const texts = () => paneTexts[store.get().locale]
  const outbox: Outbox = createOutbox({
    storage: kept, api, owner: () => host.owner.address, alone: aloneIn('counterpane.outbox'), onChange: (counts) => store.set(counts),
    clientOf: (key) => { const view = store.view(key); return (view && shownClient(view)?.match.counterparty?.name) ?? null },
    onSent: ({ key }, contact) => {
      registering.registered(key, contact, false)
      store.say(texts().sentLater(1))
    },
    onGivenUp: ({ key }, error) => { if (store.view(key)?.work === 'kept') store.patchView(key, { work: 'idle', workFailure: error && toFailure(error) }) },
  })
  const registering = createRegistering({
    store, api, mailbox, outbox, me: () => session?.manager() ?? null, now,
    onOtherMessage: () => { store.say(texts().otherEmailOpen); store.look() },
    keepFiles: (key, contact) => void import(/* webpackChunkName: "file-keeping" */ '../features/files/keep-files').then((part) => part.keepFiles(services, key, contact)).catch(() => undefined),
  })

  async function reconnect() {
    await outbox.send()
    const { view } = store.get()
    if (view && (view.failure || !view.answer)) await store.ask(view.key)
  }

  /** What was kept by an earlier pane is kept for this one too. */
  function watchItems() {
    let last: string | null = null
    store.subscribe(() => {
      const { item, view } = store.get()
      if (item && item.key !== last) {
        last = item.key
        itemsSeen++
      }
      if (store.get().toSend > 0 && view?.work === 'idle' && !view.workFailure && !view.answer?.registered && outbox.holds(view.key)) store.patchView(view.key, { work: 'kept' })
    })
  }

  async function findHost(): Promise<boolean> {
    const from = Date.now()
    try {
      host = await mailbox.ready()
      return true
    } catch {
      store.set({ phase: 'no-host', locale: /^ru\b/i.test(navigator.language) ? 'ru' : 'en' })
      // Silent is not the same as absent: a mail client that is slow to come up is taken when it comes.
      return Date.now() - from > silence ? findHost() : false
    }
  }

  async function start() {
    if (signIn.kind === 'entra') void loadMicrosoft().catch(() => undefined)
    if (!(await findHost())) return
    session = createSession({ settings: signIn, call, address: host.owner.address, doors: client.doors, locale: () => localeOf(session, host), storage: browserStore('sessionStorage'), onManager: adoptLocale })
    // Whoever has lists is not asked about before they are known.
    if (kept?.getItem(neverPlace)) await loadNever()
    watchItems()
    store.run(host.owner, localeOf(session, host))
    if (store.get().view === null) tellAsked()
    outbox.tell()
    window.addEventListener('online', () => void reconnect())
    window.addEventListener('storage', ({ key }) => { if (key === outboxPlace) outbox.tell() })
    setInterval(() => { if (store.get().toSend > 0 || store.get().view?.failure?.kind === 'offline') void reconnect() }, outboxPause)
    if (store.get().toSend > 0) await outbox.send()
  }
  const restart = async () => window.location.reload()
  async function leave() {
    outbox.clear()
    kept?.removeItem(neverPlace)
    await signedIn.signOut()
    // Everything that was read of anybody's mail goes with the page.
    await restart()
  }
  const services: PaneServices = { client, store, api, session: signedIn, registering, outbox, now, reconnect, restart, leave, failures, about: () => call('about'), itemsSeen: () => itemsSeen }
  return { services, start, asked }
}
