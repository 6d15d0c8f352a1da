import { z } from 'zod'

/** A place of the journal, `#/…` of printable ASCII as browsers write it: nothing that could lead to another page, let alone another house. */
const place = /^#\/[\x21-\x7e]{0,1999}$/
export const backOf = (asked: string | null | undefined): string => (asked && place.test(asked) ? asked : '')

const text = z.string().max(2_000)
/** On the way to the provider. */
const underWay = z.object({ organisation: text.nullable(), nonce: text, codeVerifier: text, code: text.nullable(), back: text })
/** Back again, proven, and not known here: waits for the code of an invitation. */
const knocking = z.object({
  person: z.object({
    identity: z.object({ provider: z.enum(['entra', 'google']), tenant: text, subject: text, vouchedAddress: text.nullable(), issuedAt: z.number() }),
    name: text.nullable(), address: text.nullable(),
  }),
  organisation: text.nullable(), back: text, until: z.number(),
})
export type UnderWay = z.output<typeof underWay>
export type Knocking = z.output<typeof knocking>

const reader = <T extends z.ZodType>(schema: T) => (opened: string | null): z.output<T> | null => (opened === null ? null : schema.safeParse(JSON.parse(opened)).data ?? null)
export const readUnderWay = reader(underWay)
export const readKnocking = reader(knocking)
