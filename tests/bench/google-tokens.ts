import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export const googleNames = { clientId: 'bench.apps.googleusercontent.com', serviceAccount: 'service-bench@gcp-sa-gsuiteaddons.iam.gserviceaccount.com' } as const
const scopes = ['gmail.addons.execute', 'gmail.addons.current.message.metadata', 'gmail.addons.current.message.action', 'userinfo.email', 'script.locale'].map((name) => `https://www.googleapis.com/auth/${name}`)

/** A Google of our own for the run: a key, and the two tokens that come with every call of the add-on. */
export async function createBenchGoogle() {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }
  const sign = (claims: Record<string, unknown>, audience: string) =>
    new SignJWT({ ...claims, email_verified: true }).setProtectedHeader({ alg: 'RS256', kid: 'bench' }).setIssuer('https://accounts.google.com').setAudience(audience).setIssuedAt().setExpirationTime('1h').sign(privateKey)
  return {
    jwk,
    async callOf(endpoint: string) {
      const userIdToken = await sign({ sub: '1122334455', email: 'olga@demo.example' }, googleNames.clientId)
      return {
        authorization: `Bearer ${await sign({ sub: '99', email: googleNames.serviceAccount }, endpoint)}`,
        event: {
          commonEventObject: { userLocale: 'en', hostApp: 'GMAIL', platform: 'WEB', timeZone: { id: 'Europe/Moscow', offset: 10_800_000 } },
          authorizationEventObject: { userOAuthToken: 'bench-user', userIdToken, authorizedScopes: scopes },
          gmail: { messageId: '', threadId: 'thread-f:1', accessToken: 'bench-message' },
        },
      }
    },
  }
}
