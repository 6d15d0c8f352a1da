import type { Response } from 'express'

export interface GraphRefusal { status: number; code: string; message: string; retryAfter?: string | null }

/** An error as Graph writes it; null means answered. */
export function refuseAsGraph(response: Response, { status, code, message, retryAfter }: GraphRefusal, date: Date): void {
  if (retryAfter != null) response.set('Retry-After', retryAfter)
  if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"')
  const requestId = '00000000-0000-4000-8000-00000000beef'
  response.status(status).json({ error: { code, message, innerError: { date: date.toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': requestId } } })
}

const unsupported = "The following parameters are not supported with change tracking over the 'CalendarView' resource: '$orderby, $filter, $select, $expand, $search'."
export const refusals = {
  noToken: { status: 401, code: 'InvalidAuthenticationToken', message: 'Access token is empty.' },
  unknownToken: { status: 401, code: 'InvalidAuthenticationToken', message: 'CompactToken parsing failed with error code: 80049217' },
  oldToken: { status: 401, code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed, the token is expired.' },
  denied: { status: 403, code: 'ErrorAccessDenied', message: 'Access is denied. Check credentials and try again.' },
  policy: { status: 403, code: 'ErrorAccessDenied', message: 'Access to OData is disabled.' },
  noUser: { status: 404, code: 'ErrorInvalidUser', message: 'The requested user is invalid.' },
  noRestMailbox: { status: 404, code: 'MailboxNotEnabledForRESTAPI', message: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.' },
  noItem: { status: 404, code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' },
  noSubscription: { status: 404, code: 'ResourceNotFound', message: 'The object was not found.' },
  noSegment: { status: 400, code: 'BadRequest', message: 'Resource not found for the segment.' },
  throttled: { status: 429, code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.', retryAfter: '1' },
  tracking: { status: 400, code: 'ErrorInvalidUrlQuery', message: unsupported },
  noWindow: { status: 400, code: 'ErrorInvalidParameter', message: 'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.' },
  badWindow: { status: 400, code: 'ErrorInvalidParameter', message: 'The value of the query string parameter is no date.' },
  wideWindow: { status: 400, code: 'ErrorInvalidRequest', message: "Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: 1825" },
  noState: { status: 410, code: 'SyncStateNotFound', message: 'The sync state generation is not found; generation=605;[highest=841][841][839][840].' },
  badToken: { status: 400, code: 'ErrorInvalidUrlQuery', message: 'The token in the link is malformed.' },
  badBody: { status: 400, code: 'RequestBodyRead', message: 'The body can\'t be read.' },
  badFilter: { status: 400, code: 'ErrorInvalidUrlQueryFilter', message: 'The query filter contains one or more invalid nodes.' },
  changed: { status: 412, code: 'ErrorIrresolvableConflict', message: "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item." },
  notOrganizer: { status: 403, code: 'ErrorAccessDenied', message: 'Only the organizer can change it.' },
} as const satisfies Record<string, GraphRefusal>
