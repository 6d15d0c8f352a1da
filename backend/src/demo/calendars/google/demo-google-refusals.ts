import type { Response } from 'express'

/** An error as the Calendar API writes it (developers.google.com/workspace/calendar/api/guides/errors). `location`: the parameter or header that it is about. */
export interface CalendarRefusal { status: number; domain: 'global' | 'calendar' | 'usageLimits' | 'push'; reason: string; message: string; location?: readonly ['parameter' | 'header', string] }

const global = (status: number, reason: string, message: string, location?: CalendarRefusal['location']): CalendarRefusal => ({ status, domain: 'global', reason, message, ...(location && { location }) })
const calendar = (status: number, reason: string, message: string, location?: CalendarRefusal['location']): CalendarRefusal => ({ status, domain: 'calendar', reason, message, ...(location && { location }) })

export const calendarRefusals = {
  unsigned: global(401, 'authError', 'Invalid Credentials', ['header', 'Authorization']),
  unscoped: global(403, 'insufficientPermissions', 'Insufficient Permission'),
  missing: global(404, 'notFound', 'Not Found'),
  deleted: global(410, 'deleted', 'Resource has been deleted'),
  duplicate: global(409, 'duplicate', 'The requested identifier already exists.'),
  changed: global(412, 'conditionNotMet', 'Precondition Failed', ['header', 'If-Match']),
  notOrganizer: calendar(403, 'forbiddenForNonOrganizer', 'Shared properties can only be changed by the organizer of the event.'),
  fullSync: calendar(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.', ['parameter', 'syncToken']),
  emptyRange: calendar(400, 'timeRangeEmpty', 'The specified time range is empty.', ['parameter', 'timeMax']),
  channelTaken: (id: string) => global(400, 'channelIdNotUnique', `Channel id ${id} not unique`),
  channelMissing: (id: string) => global(404, 'notFound', `Channel '${id}' not found for project`),
  notHttps: (address: string): CalendarRefusal => ({ status: 400, domain: 'push', reason: 'webhookUrlNotHttps', message: `WebHook callback must be HTTPS: ${address}` }),
  invalid: (message: string, name: string) => global(400, 'invalid', message, ['parameter', name]),
  required: (name: string) => global(400, 'required', `Missing required field: ${name}`, ['parameter', name]),
  unparsed: global(400, 'parseError', 'Parse Error'),
  userRate: { status: 403, domain: 'usageLimits', reason: 'userRateLimitExceeded', message: 'User Rate Limit Exceeded' },
  rate: { status: 403, domain: 'usageLimits', reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' },
  tooMany: { status: 429, domain: 'usageLimits', reason: 'rateLimitExceeded', message: 'Rate Limit Exceeded' },
  backend: (status: number) => global(status, 'backendError', 'Backend Error'),
} satisfies Record<string, CalendarRefusal | ((...told: never[]) => CalendarRefusal)>

/** Thrown by what reads a request; one handler of the stand-in answers it. */
export class RefusedRequest extends Error {
  constructor(readonly refusal: CalendarRefusal) { super(refusal.message) }
}
export function refuseWith(refusal: CalendarRefusal): never {
  throw new RefusedRequest(refusal)
}

export function answerRefusal(response: Response, { status, domain, reason, message, location }: CalendarRefusal): void {
  const error = { domain, reason, message, ...(location && { locationType: location[0], location: location[1] }) }
  if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="https://accounts.google.com/", error="invalid_token"')
  response.status(status).json({ error: { errors: [error], code: status, message } })
}
