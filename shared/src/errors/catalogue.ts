/**
 * Every failure the product can name: its HTTP status and whether trying again may help.
 * The words for people stand in `text/problems.ts` under the same code.
 */
export const catalogue = {
  'invalid-request': { status: 400, retry: false },
  'malformed-json': { status: 400, retry: false },
  'unreadable-text': { status: 400, retry: false },
  'no-session': { status: 401, retry: false },
  'not-invited': { status: 403, retry: false },
  'invitation-unknown': { status: 404, retry: false },
  'identity-bound': { status: 409, retry: false },
  'file-refused': { status: 409, retry: false },
  'file-unreadable': { status: 422, retry: false },
  forbidden: { status: 403, retry: false },
  'foreign-origin': { status: 403, retry: false },
  'undo-expired': { status: 403, retry: false },
  'not-found': { status: 404, retry: false },
  'method-not-allowed': { status: 405, retry: false },
  'nothing-to-register': { status: 409, retry: false },
  'wrong-status': { status: 409, retry: false },
  conflict: { status: 409, retry: false },
  'not-possible': { status: 409, retry: false },
  'person-erased': { status: 409, retry: false },
  'sending-off': { status: 409, retry: false },
  stale: { status: 412, retry: false },
  'too-large': { status: 413, retry: false },
  'unsupported-media-type': { status: 415, retry: false },
  'precondition-required': { status: 428, retry: false },
  'too-many-requests': { status: 429, retry: true },
  internal: { status: 500, retry: true },
  'database-busy': { status: 503, retry: true },
  'database-read-only': { status: 503, retry: false },
  'database-unavailable': { status: 503, retry: true },
  'files-unavailable': { status: 503, retry: true },
  'provider-unavailable': { status: 503, retry: true },
} as const satisfies Record<string, { status: number; retry: boolean }>

export type ErrorCode = keyof typeof catalogue
