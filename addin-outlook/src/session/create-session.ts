import { type HttpClient, NoConnectionError } from '@counterpane/shared/contract/http-client'
import type { HostDoors } from '../mailbox/mail-client'
import { createDemoSession } from './demo-session'
import { createLateSession } from './late-session'
import { type Session, SignInRefused } from './pane-session'
import type { SignInSettings } from './sign-in-settings'
import { createSignedOutMark } from './signed-out-mark'

interface Deps { settings: SignInSettings; call: HttpClient; address: string; doors: Pick<HostDoors, 'dialog' | 'facts'>; locale: () => string; storage: Storage | null; onManager?: () => void; now?: () => number }

/** The library of the identity provider; on its way early, because a token is wanted at once. */
export const loadMicrosoft = () => import(/* webpackChunkName: "msal" */ './microsoft-session').catch((error: unknown) => { throw new NoConnectionError('library_not_loaded', { cause: error }) })

/** The session of this mailbox's owner, in the way that the server told. */
export function createSession({ settings, storage, now = Date.now, ...deps }: Deps): Session {
  const mark = createSignedOutMark(storage, deps.address)
  if (settings.kind === 'demo') return createDemoSession({ ...deps, storage, mark, now })
  const nobody = { account: '', way: null, gotAt: null, expiresAt: null, hostOwnsAccount: false, trouble: null }
  // A server on which nobody can sign in says so, instead of showing a button that leads nowhere.
  if (settings.kind === 'none') return createLateSession(() => Promise.reject(new SignInRefused('not-set-up')), { kind: 'none', ...nobody })
  return createLateSession(async () => (await loadMicrosoft()).createMicrosoftSession({ ...deps, settings, mark, now }), { kind: 'entra', ...nobody })
}
