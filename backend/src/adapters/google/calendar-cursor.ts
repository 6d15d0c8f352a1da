import { z } from 'zod'
import type { CalendarWindow } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'

/**
 * What every page of a round is asked with: parameters stay the same from page to page and from round to round, only the window makes way for the token
 * (developers.google.com/workspace/calendar/api/guides/sync). `showDeleted`: without it incremental answers keep the details of what was called off.
 */
const fixed = { maxResults: 250, singleEvents: true, showDeleted: true } as const
const token = z.string().min(1)
const cursorShape = z.strictObject({
  parameters: z.strictObject({
    maxResults: z.literal(fixed.maxResults), singleEvents: z.literal(true), showDeleted: z.literal(true), timeMin: token.optional(), timeMax: token.optional(), syncToken: token.optional(),
  }).refine(({ timeMin, timeMax, syncToken }) => (syncToken === undefined ? Boolean(timeMin && timeMax) : !timeMin && !timeMax)),
  pageToken: token.optional(),
})
export type Place = z.output<typeof cursorShape>

export const placeOfWindow = ({ from, to }: CalendarWindow): Place => ({ parameters: { ...fixed, timeMin: new Date(from).toISOString(), timeMax: new Date(to).toISOString() } })
export const placeOfRound = (syncToken: string): Place => ({ parameters: { ...fixed, syncToken } })
export const placeOfPage = ({ parameters }: Place, pageToken: string): Place => ({ parameters, pageToken })

export const writeCursor = (place: Place): string => JSON.stringify(place)

/** A cursor that another version wrote, with other parameters, can't be followed: a full round can. */
export function readCursor(cursor: string): Place {
  try {
    return cursorShape.parse(JSON.parse(cursor))
  } catch {
    throw new ProviderFailure('cursor-expired')
  }
}
