import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { HostDoors } from '../mailbox/mail-client'
import { createDialogSignIn } from './dialog-sign-in'
import { createEntraSession } from './entra-session'
import { createMsalTokenSource } from './msal-token-source'
import type { Session } from './pane-session'
import type { EntraSettings } from './sign-in-settings'
import type { SignedOutMark } from './signed-out-mark'
import type { TokenSource } from './token-source'

export interface MicrosoftDeps { settings: EntraSettings; call: HttpClient; address: string; doors: Pick<HostDoors, 'dialog' | 'facts'>; locale: () => string; mark: SignedOutMark; onManager?: (() => void) | undefined; now: () => number }

/** Microsoft Entra with Microsoft's own library: all of it in one chunk, which no other sign-in loads. */
export function createMicrosoftSession({ settings, call, address, doors, locale, mark, onManager, now }: MicrosoftDeps): Session {
  let source: Promise<TokenSource> | null = null
  return createEntraSession({
    settings, mark, now, onManager, learn: () => call('me'), dialog: createDialogSignIn({ doors, hint: address, locale, origin: window.location.origin }),
    // The bridge to the mail client may be missing at one moment and there at the next.
    source: () => (source ??= createMsalTokenSource({ settings, hint: address, nestedAppAuth: doors.facts().nestedAppAuth }).catch((error: unknown) => {
      source = null
      throw error
    })),
  })
}
