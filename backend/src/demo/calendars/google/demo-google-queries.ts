import { z } from 'zod'
import { calendarRefusals, refuseWith } from './demo-google-refusals'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const whole = z.string().regex(/^\d{1,6}$/).transform(Number).refine((value) => value >= 1)
const instant = z.iso.datetime({ offset: true }).transform((value) => Date.parse(value))
const text = z.string().min(1)
const listQuery = z.object({
  singleEvents: flag.default(false), showDeleted: flag.optional(), showHiddenInvitations: flag.optional(), maxResults: whole.default(250), maxAttendees: whole.optional(), timeMin: instant.optional(), timeMax: instant.optional(),
  updatedMin: instant.optional(), pageToken: text.optional(), syncToken: text.optional(), orderBy: z.enum(['startTime', 'updated']).optional(), iCalUID: text.optional(), q: text.optional(),
  privateExtendedProperty: z.union([text, z.array(text)]).optional(), sharedExtendedProperty: z.union([text, z.array(text)]).optional(), eventTypes: z.union([text, z.array(text)]).optional(), timeZone: text.optional(),
})
export type ListQuery = z.output<typeof listQuery>

/** Not together with a sync token (Events: list, "syncToken"). */
const forbiddenWithSync = ['iCalUID', 'orderBy', 'privateExtendedProperty', 'q', 'sharedExtendedProperty', 'timeMin', 'timeMax', 'updatedMin'] as const
/** Whoever asks for a part, or in an order, gets no sync token: it would be a token of that part. */
const withoutSync = ['orderBy', 'q', 'iCalUID', 'privateExtendedProperty', 'sharedExtendedProperty', 'updatedMin'] as const

export function readListQuery(said: Readonly<Record<string, unknown>>): ListQuery & { givesSync: boolean; fingerprint: string } {
  const read = listQuery.safeParse(said)
  if (!read.success) {
    const name = read.error.issues[0]?.path.join('.') ?? ''
    return refuseWith(calendarRefusals.invalid(`Invalid value for: ${name}`, name))
  }
  const query = read.data
  if (query.syncToken !== undefined) {
    const forbidden = forbiddenWithSync.find((name) => query[name] !== undefined)
    if (forbidden) refuseWith(calendarRefusals.invalid('Sync token cannot be used with other query restrictions.', forbidden))
    if (query.showDeleted === false) refuseWith(calendarRefusals.invalid('Sync token cannot be used with showDeleted=false.', 'showDeleted'))
  }
  if (query.timeMin !== undefined && query.timeMax !== undefined && query.timeMax <= query.timeMin) refuseWith(calendarRefusals.emptyRange)
  if (query.orderBy === 'startTime' && !query.singleEvents) refuseWith(calendarRefusals.invalid('The requested ordering is not available for the particular query.', 'orderBy'))
  const { pageToken: _page, ...rest } = query
  return { ...query, maxResults: Math.min(query.maxResults, 2_500), givesSync: withoutSync.every((name) => query[name] === undefined), fingerprint: JSON.stringify(rest) }
}

/** What a sync token remembers: how far the reader is, and what it asked for at first. */
const remembered = z.object({ of: z.string(), mailbox: z.string(), revision: z.number(), singleEvents: z.boolean(), from: z.number().nullable(), to: z.number().nullable(), age: z.number() })
export type Remembered = z.infer<typeof remembered>

export const writeToken = (value: Remembered): string => `CP${Buffer.from(JSON.stringify(value)).toString('base64url')}`
export function readToken(token: string): Remembered | null {
  try {
    return remembered.parse(JSON.parse(Buffer.from(token.slice(2), 'base64url').toString()))
  } catch {
    return null
  }
}
