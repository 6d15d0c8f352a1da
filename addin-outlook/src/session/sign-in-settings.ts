/** How managers sign in here, as the server wrote it into the page. */
export type SignInSettings = { kind: 'demo' } | { kind: 'none' } | EntraSettings
export interface EntraSettings { kind: 'entra'; clientId: string; authority: string; scope: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** What is unreadable means that nobody can sign in; it never means the demo. */
export function readSignInSettings(page: Pick<Document, 'querySelector'>): SignInSettings {
  try {
    const told = JSON.parse(page.querySelector('meta[name="counterpane-sign-in"]')?.getAttribute('content') ?? '') as Record<string, unknown>
    const { kind, clientId, authority, scope } = told
    if (kind === 'demo') return { kind }
    if (kind === 'entra' && isText(clientId) && isText(authority) && isText(scope)) return { kind, clientId, authority, scope }
    return { kind: 'none' }
  } catch {
    return { kind: 'none' }
  }
}
