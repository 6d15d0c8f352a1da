import { z } from 'zod'
import type { Operation } from './operation'
import * as p from './parts'
import type { signingInRoutes } from './signing-in-routes'

const provider = z.enum(['entra', 'google'])
/** `organisation`: of several tenants of Microsoft the one whose people come this way; null where there is no choice. */
export const signInWay = z.object({ provider, name: z.string(), organisation: z.string().nullable() })
/** `firstAdministrator`: nobody who could invite others can sign in yet; the code that the server printed at its start makes the first. */
export const signInWays = z.object({ demo: z.boolean(), firstAdministrator: z.boolean(), ways: z.array(signInWay) })

/** `code`: of an invitation, or the first administrator's. `back`: the journal's place to come back to, `#/…`. */
export const beginSignIn = z.strictObject({ provider, organisation: z.string().max(64).nullish(), code: z.string().max(200).nullish(), back: z.string().max(2_000).nullish() })
/** The provider's page, to be opened in the very browser that asked. */
export const signInPage = z.object({ url: z.string() })

/** `client`: the browser, as far as it names itself. `current`: the one that asks. */
export const session = z.object({ id: p.id, client: z.string(), createdAt: p.utcInstant, seenAt: p.utcInstant, current: z.boolean() })
export const sessionPage = p.page(session)

export type SignInWay = z.infer<typeof signInWay>
export type SignInWays = z.infer<typeof signInWays>
export type Session = z.infer<typeof session>

export const signingInOperations = {
  signInWays: { query: z.strictObject({}), answer: signInWays, status: 200 },
  beginSignIn: { body: beginSignIn, answer: signInPage, status: 200 },
  listSessions: { query: z.strictObject({}), answer: sessionPage, status: 200 },
  endSession: { answer: null, status: 204 },
} as const satisfies Record<keyof typeof signingInRoutes, Operation>
