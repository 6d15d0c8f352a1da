import { readConfig, type Environment } from '@counterpane/backend/config'
import { paneSignIn } from '@counterpane/backend/entra-composition'
import { entraIds } from '../support/entra-authority'

const production = { COUNTERPANE_MODE: 'production', COUNTERPANE_SECRET: 's'.repeat(32) }
const entra = { ENTRA_CLIENT_ID: entraIds.client, ENTRA_TENANT_ID: entraIds.tenant }
const signIn = (settings: Environment) => paneSignIn(readConfig(settings))

test('a client without a tenant ends the start with a sentence', () => {
  expect(() => readConfig({ ...production, ENTRA_CLIENT_ID: entraIds.client })).toThrow(/ENTRA_TENANT_ID: is required beside ENTRA_CLIENT_ID/)
})

test.each(['contoso.onmicrosoft.com', 'common', 'organizations', 'consumers', `${entraIds.tenant},contoso.example`, `{${entraIds.tenant}}`, ',', entraIds.tenant.slice(1)])('the tenant "%s" is refused, with what to do', (tenant) => {
  expect(() => readConfig({ ...production, ...entra, ENTRA_TENANT_ID: tenant })).toThrow(/ENTRA_TENANT_ID: must be the tenant's id, a GUID .*admin center/)
})

test('several tenants are taken, in any case and with spaces', () => {
  expect(readConfig({ ...production, ...entra, ENTRA_TENANT_ID: ` ${entraIds.tenant.toUpperCase()} ,${entraIds.otherTenant},` }).ENTRA_TENANT_ID).toEqual([entraIds.tenant, entraIds.otherTenant])
})

test.each(['http://login.evil.example', 'http://127.0.0.1.evil.example', 'file:///etc'])('an authority at %s is refused', (authority) => {
  expect(() => readConfig({ ...production, ...entra, ENTRA_AUTHORITY: authority })).toThrow(/ENTRA_AUTHORITY: must be https/)
})

test('the pane is told how its manager signs in', () => {
  expect(signIn({})).toEqual({ kind: 'demo' })
  expect(signIn({ ...entra, COUNTERPANE_MODE: 'demo' })).toEqual({ kind: 'demo' })
  expect(signIn({ ...production, GOOGLE_CLIENT_ID: 'g' })).toEqual({ kind: 'none' })
  expect(signIn({ ...production, ...entra })).toEqual({ kind: 'entra', clientId: entraIds.client, authority: `https://login.microsoftonline.com/${entraIds.tenant}`, scope: `api://${entraIds.client}/access_as_user` })
})

test('several tenants meet at one door, and a pane with a registration of its own asks for the server\'s scope', () => {
  const told = signIn({ ...production, ...entra, ENTRA_TENANT_ID: `${entraIds.tenant},${entraIds.otherTenant}`, ENTRA_PANE_CLIENT_ID: 'pane', ENTRA_AUTHORITY: 'http://127.0.0.1:9/' })
  expect(told).toEqual({ kind: 'entra', clientId: 'pane', authority: 'http://127.0.0.1:9/organizations', scope: `api://${entraIds.client}/access_as_user` })
})
