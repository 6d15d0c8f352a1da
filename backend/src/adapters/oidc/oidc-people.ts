import { z } from 'zod'
import { vouchedAddressOf } from '../entra/entra-claims'
import type { ProvenPerson } from '../../ports/sign-in-provider'

const text = z.string().min(1).max(1_000)
const yes = z.union([z.boolean(), z.literal(0), z.literal(1), z.enum(['0', '1', 'true', 'false'])]).transform((value) => value === true || value === 1 || value === '1' || value === 'true')
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
const microsoft = z.object({ tid: guid, oid: guid, ver: z.literal('2.0'), name: text.optional(), email: text.optional(), preferred_username: text.optional(), xms_edov: yes.optional(), idp: z.string().optional() })
/** https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload */
const google = z.object({ sub: z.string().min(1).max(255), name: text.optional(), email: text.optional(), email_verified: yes.optional() })

/** Reads whom a checked ID token names; null when it is not a person's of that provider. `at`: seconds since 1970. */
export type ReadPerson = (claims: unknown, at: number) => ProvenPerson | null

/** The same key as the pane's access tokens have: tenant and object id, since `sub` differs between programs. */
export const readMicrosoftPerson = (tenant: string): ReadPerson => (claims, at) => {
  const { data } = microsoft.safeParse(claims)
  if (!data || data.tid !== tenant) return null
  const address = vouchedAddressOf(data)
  return { identity: { provider: 'entra', tenant, subject: data.oid, vouchedAddress: address, issuedAt: at }, name: data.name ?? null, address }
}

/** The same key as the Gmail add-on's tokens give: `sub`, unique among all of Google's accounts. */
export const readGooglePerson: ReadPerson = (claims, at) => {
  const { data } = google.safeParse(claims)
  if (!data) return null
  const address = data.email_verified ? data.email ?? null : null
  return { identity: { provider: 'google', tenant: 'accounts.google.com', subject: data.sub, vouchedAddress: address, issuedAt: at }, name: data.name ?? null, address }
}
