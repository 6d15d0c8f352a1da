import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'

const auth = 'https://www.googleapis.com/auth/'
/** What a person of the demo has agreed to when nobody chose otherwise: the usual manifest's scopes. */
export const allScopes = [
  'gmail.addons.execute', 'gmail.addons.current.message.metadata', 'gmail.addons.current.message.action', 'gmail.addons.current.action.compose', 'userinfo.email', 'script.locale',
].map((name) => auth + name)
/** The rest of the open conversation: in the manifest of the variant that reads whole conversations only. */
export const conversationScope = `${auth}gmail.addons.current.message.readonly`

export interface DemoPerson { sub: string; email: string }

/** Google for one machine: keys made at the start, ID tokens signed with them, access tokens that only the stand-in knows. */
export async function createDemoGoogle({ clientId, serviceAccount }: { clientId: string; serviceAccount: string }) {
  const kid = randomUUID()
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] }
  const grants = new LRUCache<string, readonly string[]>({ max: 5_000, ttl: 3_600_000 })
  const messageTokens = new LRUCache<string, string>({ max: 5_000, ttl: 3_600_000 })

  const sign = (claims: Record<string, unknown>, audience: string) =>
    new SignJWT({ ...claims, email_verified: true }).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).setIssuer('https://accounts.google.com').setAudience(audience).setIssuedAt().setExpirationTime('1h').sign(privateKey)

  return {
    jwks, privateKey,
    /** Says that Google calls exactly this address. */
    systemToken: (audience: string) => sign({ sub: '100000000000000000001', email: serviceAccount, azp: '100000000000000000001' }, audience),
    /** Says for whom. */
    userToken: ({ sub, email }: DemoPerson) => sign({ sub, email, azp: clientId }, clientId),
    grant(scopes: readonly string[]): string {
      const token = `demo-user-${randomUUID()}`
      grants.set(token, scopes)
      return token
    },
    messageToken(message: string): string {
      const token = `demo-message-${randomUUID()}`
      messageTokens.set(token, message)
      return token
    },
    scopesOf: (token: string): readonly string[] | null => grants.get(token) ?? null,
    messageOf: (token: string): string | null => messageTokens.get(token) ?? null,
  }
}
export type DemoGoogle = Awaited<ReturnType<typeof createDemoGoogle>>
