import type { HostDoors } from '../mailbox/mail-client'
import { readDialogMessage } from './dialog-message'
import { type DialogSignIn, TokenFailure } from './token-source'

interface Deps { doors: Pick<HostDoors, 'dialog'>; hint: string; locale: () => string; origin: string }

/**
 * The way that works without nested authentication: a dialog of the mail client's opens our own page, which goes to the identity provider and comes
 * back. Cookies and storage of that window may not be the pane's (outlook-and-graph 2.2), so the token itself is sent over.
 */
export function createDialogSignIn({ doors, hint, locale, origin }: Deps): DialogSignIn {
  return async ({ claims, choose }) => {
    const state = crypto.randomUUID()
    const page = new URL('/outlook/sign-in.html', origin)
    page.search = String(new URLSearchParams({ state, hint, language: locale(), ...(claims && { claims }), ...(choose && { choose: '1' }) }))
    const told = await doors.dialog(page.href).catch((error: unknown) => {
      const said = error instanceof Error ? error.message : ''
      // 12006 is the manager closing the window; anything else is the mail client not opening it.
      const code = /\b12\d{3}\b/.exec(said)?.[0]
      throw new TokenFailure(code === '12006' ? 'cancelled' : 'blocked', code ?? 'dialog_refused')
    })
    return readDialogMessage(told, state)
  }
}
