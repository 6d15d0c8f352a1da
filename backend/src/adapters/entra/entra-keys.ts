import { z } from 'zod'
import { asKeySet, isLoopbackAddress, parseKeys, readIssuerDocument } from '../../platform/crypto/issuer-documents'
import { createKeyCache, type KeyOf } from '../../platform/crypto/key-cache'

/** Keys of a tenant serve this long, in ms, while the authority cannot be reached: a weekend without it keeps everybody signed in. */
export const entraKeysServe = 48 * 3_600_000

const metadata = z.looseObject({ issuer: z.string().max(2_000), jwks_uri: z.url().max(2_000) })

export interface EntraKeysOptions { authority: string; tenant: string; now?: () => number; fetch?: typeof fetch }
export interface TenantKeys { keyOf: KeyOf; issuer: () => string | null }

/**
 * The signing keys of one tenant, found from its metadata as https://learn.microsoft.com/entra/identity-platform/access-tokens says. The
 * issuer is the one that the metadata names; a key that names an issuer of its own serves that one alone (keys of personal accounts stand
 * among the others).
 */
export function createTenantKeys({ authority, tenant, now, fetch: get }: EntraKeysOptions): TenantKeys {
  let issuer: string | null = null
  const resolved = (written: string) => written.replaceAll('{tenantid}', tenant)
  const read = async () => {
    const found = metadata.parse(await readIssuerDocument(`${authority}/${tenant}/v2.0/.well-known/openid-configuration`, get))
    if (!belongsTo(authority, found.jwks_uri)) throw new Error('the keys are not where the authority is')
    const named = resolved(found.issuer)
    if (!isIssuerOf(tenant, named)) throw new Error('the metadata is of another tenant')
    const { keys } = parseKeys(await readIssuerDocument(found.jwks_uri, get))
    issuer = named
    return asKeySet(keys.filter((key) => key.issuer === undefined || resolved(key.issuer) === named))
  }
  return { keyOf: createKeyCache({ read, now, stale: entraKeysServe }), issuer: () => issuer }
}

/** `https://…/{tenant}/v2.0` and nothing before, behind or between. */
export function isIssuerOf(tenant: string, issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { href, pathname, search, hash } = new URL(issuer)
  return href === issuer && pathname.endsWith(`/${tenant}/v2.0`) && search === '' && hash === ''
}

const belongsTo = (authority: string, address: string) => new URL(address).origin === new URL(authority).origin || (isLoopbackAddress(authority) && isLoopbackAddress(address))
