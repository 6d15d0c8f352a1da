import { asKeySet, isTrustedAddress, parseKeys, readIssuerDocument } from '../../platform/crypto/issuer-documents'
import { createKeyCache, type KeyOf } from '../../platform/crypto/key-cache'

export const googleCertsUrl = 'https://www.googleapis.com/oauth2/v3/certs'

/** Google's public keys, read from one configured address only; google-auth-library cannot be given one. */
export function createSigningKeys(url: string, { now, fetch: get }: { now?: () => number; fetch?: typeof fetch } = {}): KeyOf {
  if (!isTrustedAddress(url)) throw new Error('signing keys are read over https, or from this machine')
  return createKeyCache({ now, read: async () => asKeySet(parseKeys(await readIssuerDocument(url, get)).keys) })
}
