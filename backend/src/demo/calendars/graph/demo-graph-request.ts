import type { Request, Response } from 'express'
import type { CalendarWorld, WorldMailbox } from '../world/calendar-world.types'
import type { EventStyle } from './demo-graph-event'
import { zoneOfName } from './demo-graph-times'

/** Names of parameters are of any case there. */
export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.query).map(([name, value]) => [name.toLowerCase(), String(Array.isArray(value) ? value[0] : value)]))
}

export interface Wishes { style: EventStyle; pageSize: number | null; applied: string[] }
/** The Prefer header: several wishes in one line or in many. */
export function wishesOf(request: Request, bend: { skewMs: number; poison: ReadonlySet<string> }): Wishes {
  const wishes = (request.headers.prefer === undefined ? '' : String(request.headers.prefer)).split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((one) => one.trim())
  const wish = (name: string) => wishes.map((one) => /^([\w.-]+)\s*=\s*"?([^"]*)"?$/.exec(one)).find((found) => found?.[1]?.toLowerCase() === name)?.[2]
  const name = wish('outlook.timezone')
  const zone = name === undefined ? null : zoneOfName(name)
  const size = Number(wish('odata.maxpagesize'))
  return {
    style: { immutable: wish('idtype')?.toLowerCase() === 'immutableid', plainText: wish('outlook.body-content-type') === 'text', zone: zone === null ? { name: 'UTC', zone: 'UTC' } : { name: name ?? 'UTC', zone }, skew: bend.skewMs, poison: bend.poison },
    pageSize: Number.isInteger(size) && size > 0 ? Math.min(size, 1_000) : null,
    applied: wishes.filter(Boolean),
  }
}

/** Where a request came in, as the links of its answer name it. */
export const rootOf = (request: Request): string => `${request.protocol}://${request.get('host')}${request.baseUrl}`
/** What the gate knows about a request before it reaches its call. */
export interface Asking { world: CalendarWorld; mailbox: WorldMailbox; wishes: Wishes; query: Record<string, string>; request: Request; response: Response }
