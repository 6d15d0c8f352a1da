import type { Locale } from '@counterpane/shared/domain/codes'
import { createHttpClient } from '@counterpane/shared/contract/http-client'
import { paneTexts } from '@counterpane/shared/text/pane'
import { createOutbox, type Outbox } from '../features/register/outbox'
import { createRegistering } from '../features/register/registering'
import type { Mailbox, MailHost } from '../mailbox/mailbox'
import { createDemoSession } from '../session/demo-session'
import type { PaneServices } from './pane-context'
import { createPaneApi, type PaneApi } from './pane-api'
import { createPaneStore } from './pane-store'
import type { Session } from '../session/pane-session'

/** Another language chosen by the manager wins over the mail client's. */
const localeOf = (session: Session, host: MailHost): Locale => session.manager()?.locale ?? host.locale

/** Everything the pane works with, put together once. The sidebar's question leaves from `start`, before anything is drawn. */
export function createPaneServices({ mailbox, now = () => new Date() }: { mailbox: Mailbox; now?: () => Date }) {
  let session: Session | null = null
  let host: MailHost = { owner: { name: '', address: '' }, locale: 'en' }
  // Cookies stay out of it: the pane speaks for the mailbox's owner, whoever is signed in to the journal in the same browser.
  const call = createHttpClient({
    token: () => session?.token() ?? null, locale: () => (session ? localeOf(session, host) : host.locale), fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }),
  })
  const signedIn: Session = {
    token: () => session?.token() ?? null, manager: () => session?.manager() ?? null,
    signIn: async (options) => {
      await session?.signIn(options)
      if (session && store.get().locale !== localeOf(session, host)) store.set({ locale: localeOf(session, host) })
    },
  }
  const api: PaneApi = createPaneApi(call, signedIn)
  const store = createPaneStore({ mailbox, api })
  const texts = () => paneTexts[store.get().locale]
  const outbox: Outbox = createOutbox({
    storage: localStorage, api, owner: () => host.owner.address,
    alone: (work) => (navigator.locks ? navigator.locks.request('counterpane.outbox', { ifAvailable: true }, async (lock) => { if (lock) await work() }) : work()),
    onChange: (counts) => store.set(counts),
    onSent: ({ key }, contact) => {
      registering.registered(key, contact, false)
      store.say(texts().sentLater(1))
    },
  })
  const registering = createRegistering({
    store, api, mailbox, outbox, me: () => session?.manager() ?? null, now,
    onOtherMessage: () => { store.say(texts().otherEmailOpen); store.look() },
  })

  async function reconnect() {
    await outbox.send()
    const { view } = store.get()
    if (view && (view.failure || !view.answer)) await store.ask(view.key)
  }

  async function start() {
    try {
      host = await mailbox.ready()
    } catch {
      return store.set({ phase: 'no-host', locale: /^ru\b/i.test(navigator.language) ? 'ru' : 'en' })
    }
    session = createDemoSession({ call, address: host.owner.address, storage: sessionStorage })
    store.run(host.owner, localeOf(session, host))
    outbox.tell()
    window.addEventListener('online', () => void reconnect())
    setInterval(() => { if (store.get().toSend > 0 || store.get().view?.failure?.kind === 'offline') void reconnect() }, 15_000)
    if (store.get().toSend > 0) await outbox.send()
  }
  const services: PaneServices = { store, api, session: signedIn, registering, outbox, now, reconnect }
  return { services, start }
}
