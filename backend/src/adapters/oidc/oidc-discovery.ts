import { allowInsecureRequests, type Configuration, customFetch, discovery, enableNonRepudiationChecks, clockTolerance } from 'openid-client'
import { documentLimits, isLoopbackAddress, isTrustedAddress } from '../../platform/crypto/issuer-documents'
import { boundedFetch } from '../google/bounded-fetch'

export interface OidcClient {
  /** Where the provider's metadata is found: the issuer itself, or a document of a local stand-in. */
  server: string
  /** Exactly what the metadata and every token must name as issuer. */
  issuers: readonly string[]
  clientId: string; clientSecret: string
}

/** In ms and seconds: metadata is read anew after an hour; the machine's clock and the provider's may differ by a minute. */
const [freshMs, skewSeconds] = [3_600_000, 60]

/** The provider's metadata, read when it is first needed and kept for an hour; one that served goes on serving while the provider can't be reached. */
export function createDiscovery({ server, issuers, clientId, clientSecret }: OidcClient) {
  let kept: { config: Configuration; at: number } | null = null
  let reading: Promise<Configuration> | null = null

  async function read(): Promise<Configuration> {
    const bounded = boundedFetch(documentLimits.bytes)
    const config = await discovery(new URL(server), clientId, { client_secret: clientSecret, [clockTolerance]: skewSeconds }, undefined, {
      // The token comes over TLS from the provider itself; its signature is looked at all the same.
      execute: [enableNonRepudiationChecks, ...(isLoopbackAddress(server) ? [allowInsecureRequests] : [])],
      [customFetch]: (url, options) => bounded(url, options as RequestInit), timeout: documentLimits.timeout / 1_000,
    })
    const { issuer, authorization_endpoint: page, token_endpoint: tokens, jwks_uri: keys } = config.serverMetadata()
    if (!issuers.includes(issuer)) throw new Error('the metadata is of another issuer')
    if (![page, tokens, keys].every((address) => address !== undefined && isTrustedAddress(address))) throw new Error('the metadata names addresses that are not trusted')
    kept = { config, at: Date.now() }
    return config
  }

  return async function discover(): Promise<Configuration> {
    if (kept && Date.now() - kept.at < freshMs) return kept.config
    reading ??= read().finally(() => { reading = null })
    try { return await reading } catch (error) {
      if (kept) return kept.config
      throw error
    }
  }
}
