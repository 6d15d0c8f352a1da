import type { BrowserContext, Page } from 'playwright-core'
import type { PageOptions } from '../support/browser'
import type { EntraHouse } from '../support/entra-house'
import { type Person, type PlayedEntra, playEntra } from '../support/entra-in-browser'

/** What the host's own sign-in answers to the pane, and to the pane's request for a window. */
export type BridgeAnswer = { person: Person } | { status: string; code?: string; description?: string }
export interface BridgeRequest { method: string; requestId: string; tokenParams?: { scope: string; claims?: string; clientId: string; forceRefresh?: boolean } }
interface Options extends PageOptions { nested?: boolean; dialogs?: 'open' | 'refused'; person?: Person; language?: 'en-US' | 'ru-RU'; signInAs?: string }

/** The page's Office.js: one open message, dialogs as windows, and the bridge of nested authentication where it is wanted. Runs in the browser. */
function officeDouble({ nested, dialogs, language, owner }: { nested: boolean; dialogs: string; language: string; owner: string }) {
  const answer = (done: ((result: unknown) => void) | undefined, value: unknown) => setTimeout(() => done?.({ status: 'succeeded', value }), 0)
  const item = {
    itemType: 'message', itemId: 'AAMk-ivan', internetMessageId: '<sign-in@vector.example>', conversationId: 'c-1', subject: 'Prices', itemClass: 'IPM.Note', dateTimeCreated: new Date('2026-11-20T10:00:00Z'),
    from: { displayName: 'Ivan Petrov', emailAddress: 'ivan.petrov@vector.example' }, sender: { displayName: 'Ivan Petrov', emailAddress: 'ivan.petrov@vector.example' }, to: [{ displayName: 'Olga', emailAddress: owner }], cc: [], attachments: [],
    body: { getAsync: (_type: string, ...rest: unknown[]) => answer(rest.at(-1) as (result: unknown) => void, 'Dear Olga') },
  }
  const handled = (..._args: unknown[]) => answer(_args.at(-1) as (result: unknown) => void, undefined)
  function displayDialogAsync(url: string, ...rest: unknown[]) {
    const done = rest.at(-1) as (result: unknown) => void
    if (dialogs === 'refused') return setTimeout(() => done({ status: 'failed', error: { code: 12009, message: '12009: the user ignored the dialog' } }), 0)
    const opened = window.open(url, 'office-dialog')
    const handlers: Record<string, (args: unknown) => void> = {}
    window.addEventListener('message', (event) => { const told = (event.data as { toParent?: string } | null)?.toParent; if (event.source === opened && told) handlers.dialogMessageReceived?.({ message: told, origin: event.origin }) })
    const timer = setInterval(() => { if (opened?.closed) { clearInterval(timer); handlers.dialogEventReceived?.({ error: 12006 }) } }, 100)
    answer(done, { addEventHandler: (name: string, handler: (args: unknown) => void) => { handlers[name] = handler }, close: () => { clearInterval(timer); opened?.close() } })
  }
  Object.assign(window, {
    Office: {
      onReady: (ready?: (info: unknown) => void) => { const info = { host: 'Outlook', platform: 'OfficeOnline' }; ready?.(info); return Promise.resolve(info) },
      context: {
        displayLanguage: language, contentLanguage: language, host: 'Outlook', platform: 'OfficeOnline',
        requirements: { isSetSupported: (name: string, version: string) => (name === 'NestedAppAuth' ? nested : name === 'Mailbox' && Number(version.split('.')[1]) <= 8) },
        mailbox: { item, userProfile: { displayName: 'Olga Smirnova', emailAddress: owner, timeZone: 'UTC', accountType: 'enterprise' }, diagnostics: { hostName: 'OutlookWebApp', hostVersion: '16.0' }, addHandlerAsync: handled, removeHandlerAsync: handled },
        ui: { displayDialogAsync, messageParent: (message: string) => (window.opener as Window | null)?.postMessage({ toParent: message }, window.location.origin) },
      },
      EventType: { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged', SelectedItemsChanged: 'olkSelectedItemsChanged', DialogMessageReceived: 'dialogMessageReceived', DialogEventReceived: 'dialogEventReceived' },
      CoercionType: { Text: 'text', Html: 'html' }, AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' }, MailboxEnums: { ItemType: { Message: 'message', Appointment: 'appointment' } }, actions: { associate: () => undefined },
    },
  })
  if (!nested) return
  const listeners = new Set<(response: string) => void>()
  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_name: string, listener: (response: string) => void) => listeners.add(listener),
      removeEventListener: (_name: string, listener: (response: string) => void) => listeners.delete(listener),
      postMessage: (request: string) => void (window as unknown as { hostSignIn(request: string): Promise<string> }).hostSignIn(request).then((response) => { for (const listener of listeners) listener(response) }),
    },
  })
}

/** The real pane as Outlook's page, with Entra behind it. `bridge` is asked by the host's own sign-in, one question at a time. */
export async function openSignIn(newPage: (options: PageOptions) => Promise<Page>, house: EntraHouse, { nested = true, dialogs = 'open', person, language = 'en-US', ...page }: Options = {}) {
  const pane = await newPage({ width: 320, height: 720, ...page })
  const context: BrowserContext = pane.context()
  const entra: PlayedEntra = await playEntra(context, { entra: house.entra, serverUrl: house.server.url, ...(person && { person }) })
  const owner = entra.state.person.username
  const double = `(${officeDouble.toString()})(${JSON.stringify({ nested, dialogs, language, owner })})`
  await context.route('https://appsforoffice.microsoft.com/**', (route) => route.fulfill({ contentType: 'text/javascript', body: double }))
  const requests: BridgeRequest[] = []
  const bridge = { silent: [] as BridgeAnswer[], popup: [] as BridgeAnswer[] }
  const next = (answers: BridgeAnswer[]) => (answers.length > 1 ? answers.shift() : answers[0]) ?? { person: entra.state.person }
  await context.exposeFunction('hostSignIn', async (text: string) => {
    const request = JSON.parse(text) as BridgeRequest
    requests.push(request)
    const reply = (more: object) => JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...more })
    if (request.method === 'GetInitContext') return reply({ success: true, initContext: { capabilities: { queryAccount: true }, sdkName: 'host', sdkVersion: '1', accountContext: null } })
    const answer = next(request.method === 'GetToken' ? bridge.silent : bridge.popup)
    if ('status' in answer) return reply({ success: false, error: answer })
    entra.state.person = answer.person
    const { oid, tid, username } = answer.person
    return reply({
      success: true, token: { access_token: await entra.accessToken(), id_token: await entra.idToken(''), expires_in: 3_600, scope: request.tokenParams?.scope ?? '' },
      account: { homeAccountId: `${oid}.${tid}`, environment: 'login.entra.test', tenantId: tid, username, localAccountId: oid },
    })
  })
  const sent: { url: string; bearer: string | undefined; body: string | null }[] = []
  context.on('request', (request) => { if (request.url().startsWith(`${house.server.url}/api/`)) sent.push({ url: request.url(), bearer: request.headers().authorization, body: request.postData() }) })
  return {
    pane, entra, bridge, requests, sent, context,
    start: () => pane.goto(`${house.server.url}/outlook/taskpane.html`),
    tokensAsked: () => requests.filter(({ method }) => method !== 'GetInitContext').map(({ method }) => method),
  }
}
