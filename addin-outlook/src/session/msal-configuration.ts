import { type AuthenticationResult, AuthError, type Configuration, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import type { EntraSettings } from './sign-in-settings'
import { type GotToken, TokenFailure, type TokenTrouble } from './token-source'

/** Where Entra sends its answer: the one page of ours that is registered for it. */
export const answerPage = () => `${window.location.origin}/outlook/sign-in.html`

/** `CP1`: the pane understands a claims challenge, so the server may ask for more than a valid token. */
export function msalConfiguration({ clientId, authority }: EntraSettings): Configuration {
  const { host } = new URL(authority)
  const ofMicrosoft = /(^|\.)(microsoftonline\.(com|us)|partner\.microsoftonline\.cn)$/.test(host)
  return {
    auth: { clientId, authority, redirectUri: answerPage(), navigateToLoginRequestUrl: false, clientCapabilities: ['CP1'], ...(!ofMicrosoft && { knownAuthorities: [host] }) },
    cache: { cacheLocation: 'localStorage' },
  }
}

/** The access token alone: ID tokens never leave the place where they came in. */
export function toGotToken({ accessToken, expiresOn, account, tenantId }: Pick<AuthenticationResult, 'accessToken' | 'expiresOn' | 'account' | 'tenantId'>): GotToken {
  if (!accessToken) throw new TokenFailure('failed', 'no_access_token')
  return { accessToken, expiresAt: expiresOn?.getTime() ?? 0, account: account?.username ?? '', tenant: tenantId }
}

const codes: Partial<Record<string, TokenTrouble>> = Object.fromEntries(Object.entries({
  blocked: ['popup_window_error', 'empty_window_error', 'block_nested_popups', 'nested_app_auth_bridge_disabled', 'unsupported_method', 'redirect_in_iframe'],
  cancelled: ['user_cancelled', 'user_canceled', 'access_denied'],
  unreachable: ['no_network_connectivity', 'network_error', 'post_request_failed', 'get_request_failed', 'endpoints_resolution_error', 'openid_config_error', 'timed_out', 'monitor_window_timeout', 'temporarily_unavailable', 'server_error', 'request_timeout'],
  interaction: ['no_account_error', 'no_account_found', 'no_account_in_silent_request', 'no_tokens_found', 'token_refresh_required', 'refresh_token_expired', 'login_required', 'invalid_grant'],
} satisfies Partial<Record<TokenTrouble, string[]>>).flatMap(([trouble, words]) => words.map((word) => [word, trouble as TokenTrouble])))

/** What MSAL or the mail client says, as one of the pane's own troubles; the code is kept for the person who has to find out. */
export function toTokenFailure(error: unknown): TokenFailure {
  if (error instanceof TokenFailure) return error
  if (!(error instanceof AuthError)) return new TokenFailure('failed', error instanceof Error ? error.name : 'unknown_error')
  // Entra's own number says more than the word that MSAL puts before it.
  const code = /AADSTS\d+/.exec(error.errorMessage)?.[0] ?? (error.errorCode || 'unknown_error')
  if (error instanceof InteractionRequiredAuthError) return new TokenFailure('interaction', code)
  if (error instanceof ServerError && error.status !== undefined && error.status >= 500) return new TokenFailure('unreachable', code)
  return new TokenFailure(codes[error.errorCode] ?? 'failed', code)
}
