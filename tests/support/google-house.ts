import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { allScopes, createDemoGoogle, type DemoPerson } from '@counterpane/backend/demo/gmail/demo-google'
import { createGmailApiStandIn } from '@counterpane/backend/demo/gmail/gmail-api-stand-in'
import { startTestServer, type TestServer, type TestServerOptions } from './test-server'

const clientId = 'counterpane-test.apps.googleusercontent.com'
const serviceAccount = 'service-111111111111@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'

/** `userToken` stands in place of a fresh one. */
export interface Pressed { parameters?: Record<string, string>; formInputs?: Record<string, unknown>; userToken?: string }

/** The whole program with Google set up as at a customer's: nobody is known by an address, invitations alone bind. */
export async function startGoogleHouse({ settings, ...options }: TestServerOptions = {}) {
  const google = await createDemoGoogle({ clientId, serviceAccount })
  const api = createGmailApiStandIn({ mail: { owner: { name: 'Olga', address: 'olga@demo.example' }, list: () => [] }, google })
  const root = http.createServer(express().use(api.router))
  await new Promise<void>((resolve) => root.listen(0, '127.0.0.1', resolve))
  const apiRoot = `http://127.0.0.1:${(root.address() as AddressInfo).port}`
  const server: TestServer = await startTestServer({
    ...options, settings: { GOOGLE_CLIENT_ID: clientId, GOOGLE_ADDON_SERVICE_ACCOUNT: serviceAccount, GOOGLE_ISSUER_CERTS_URL: `${apiRoot}/certs`, GOOGLE_API_ROOT: apiRoot, ...settings },
  })

  async function call(endpoint: string, person: DemoPerson, { parameters, formInputs, userToken }: Pressed = {}): Promise<AddonAnswer> {
    const answer = await server.raw('POST', `/gmail/${endpoint}`, {
      headers: { authorization: `Bearer ${await google.systemToken(`${server.url}/gmail/${endpoint}`)}` },
      body: {
        commonEventObject: { hostApp: 'GMAIL', platform: 'WEB', userLocale: 'en', ...(parameters && { parameters }), ...(formInputs && { formInputs }) },
        authorizationEventObject: { userOAuthToken: google.grant(allScopes), userIdToken: userToken ?? (await google.userToken(person)), authorizedScopes: allScopes },
      },
    })
    if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`)
    return (await answer.json()) as AddonAnswer
  }
  return {
    google, server, call,
    async close() {
      await server.close()
      root.closeAllConnections()
      await new Promise<void>((resolve) => root.close(() => resolve()))
    },
  }
}
export type GoogleHouse = Awaited<ReturnType<typeof startGoogleHouse>>
