import { createStandardPublicClientApplication } from '@azure/msal-browser'
import { sessionTexts } from '@counterpane/shared/text/session-pane'
import { parentOfDialog } from '../mailbox/dialog-parent'
import type { DialogMessage } from './dialog-message'
import { msalConfiguration, toGotToken, toTokenFailure } from './msal-configuration'
import { readSignInSettings } from './sign-in-settings'

/** What the pane asked for, kept over the way to the identity provider and back. */
interface Asked { state: string; hint: string; language: string; claims: string | null; choose: boolean }
const place = 'counterpane.sign-in'

function whatWasAsked(): Asked | null {
  const query = new URLSearchParams(window.location.search)
  const [state, hint] = [query.get('state'), query.get('hint')]
  if (state === null || hint === null) return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Asked | null
  const asked = { state, hint, language: query.get('language') ?? '', claims: query.get('claims'), choose: query.has('choose') }
  sessionStorage.setItem(place, JSON.stringify(asked))
  return asked
}

const texts = (language: string) => sessionTexts[/^ru\b/i.test(language || navigator.language) ? 'ru' : 'en']
function show(words: string, again?: { label: string; press: () => void }) {
  const line = document.createElement('p')
  line.textContent = words
  const button = again && document.createElement('button')
  if (again && button) Object.assign(button, { type: 'button', textContent: again.label, onclick: again.press })
  document.getElementById('sign-in')?.replaceChildren(line, ...(button ? [button] : []))
}

/** Goes to the identity provider on the first visit, sends what came back to the pane on the second. */
async function signIn() {
  // A plain window that the pane opened itself is read by the pane: nothing runs here.
  if (window.opener && window.name.startsWith('msal.')) return
  const asked = whatWasAsked()
  const words = texts(asked?.language ?? '')
  document.documentElement.lang = words === sessionTexts.ru ? 'ru' : 'en'
  document.title = words.signInTitle
  const settings = readSignInSettings(document)
  if (!asked || settings.kind !== 'entra') return show(words.pageAlone)
  show(words.signingIn)
  const { state, hint, claims, choose } = asked
  const parent = await parentOfDialog()
  const tell = (message: DialogMessage) => { parent?.(JSON.stringify(message)) }
  try {
    const client = await createStandardPublicClientApplication(msalConfiguration(settings))
    const answer = await client.handleRedirectPromise()
    if (!answer) return await client.acquireTokenRedirect({ scopes: [settings.scope], ...(choose ? { prompt: 'select_account' } : { loginHint: hint }), ...(claims && { claims }) })
    sessionStorage.removeItem(place)
    tell({ kind: 'counterpane-sign-in', state, ...toGotToken(answer) })
    show(words.pageDone)
  } catch (error) {
    const { trouble, code } = toTokenFailure(error)
    tell({ kind: 'counterpane-sign-in', state, trouble, code })
    const again = () => window.location.replace(`${window.location.pathname}?${new URLSearchParams({ state, hint, language: asked.language, ...(claims && { claims }), ...(choose && { choose: '1' }) })}`)
    show(`${words.title.failed} ${words.code(code)}`, { label: words.retry, press: again })
  }
}
void signIn()
