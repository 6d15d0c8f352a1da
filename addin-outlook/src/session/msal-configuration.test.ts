import { BrowserAuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { toGotToken, toTokenFailure } from './msal-configuration'

it.each<[Error, string, string]>([
  [new InteractionRequiredAuthError('interaction_required', 'AADSTS50076: multi-factor'), 'interaction', 'AADSTS50076'],
  [new InteractionRequiredAuthError('no_tokens_found'), 'interaction', 'no_tokens_found'],
  [new BrowserAuthError('popup_window_error'), 'blocked', 'popup_window_error'],
  [new ClientAuthError('nested_app_auth_bridge_disabled'), 'blocked', 'nested_app_auth_bridge_disabled'],
  [new BrowserAuthError('user_cancelled'), 'cancelled', 'user_cancelled'],
  [new ClientAuthError('no_network_connectivity'), 'unreachable', 'no_network_connectivity'],
  [new ClientAuthError('endpoints_resolution_error'), 'unreachable', 'endpoints_resolution_error'],
  [new ServerError('server_error', 'down', '', '', 503), 'unreachable', 'server_error'],
  [new ServerError('invalid_client', 'AADSTS65002: consent between first parties', '', '', 400), 'failed', 'AADSTS65002'],
  [new TypeError('x is not a function'), 'failed', 'TypeError'],
])('%s is %s with the code %s', (error, trouble, code) => {
  expect(toTokenFailure(error)).toMatchObject({ trouble, code })
})

it('takes the access token alone, never an ID token in its place', () => {
  const answer = { accessToken: 'access', idToken: 'identity', expiresOn: new Date(5_000), tenantId: 't-1', account: { homeAccountId: 'h', environment: 'login.example', tenantId: 't-1', username: 'olga@demo.example', localAccountId: 'o' } }
  expect(toGotToken(answer)).toEqual({ accessToken: 'access', expiresAt: 5_000, account: 'olga@demo.example', tenant: 't-1' })
  expect(() => toGotToken({ ...answer, accessToken: '' })).toThrow('no_access_token')
})
