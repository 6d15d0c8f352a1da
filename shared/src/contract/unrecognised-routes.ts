import type { Access } from './access-level'

/** Contacts without a client, by the domain they came from, and what was decided about it. */
export const unrecognisedRoutes = {
  listUnrecognised: 'GET /api/unrecognised',
  unrecognisedContacts: 'GET /api/unrecognised/contacts',
  decideUnrecognised: 'POST /api/unrecognised/decisions',
  undoUnrecognised: 'POST /api/unrecognised/decisions/{id}/undo',
  recentDecisions: 'GET /api/unrecognised/decisions',
  allowErasedAddress: 'POST /api/personal-data/allow',
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const unrecognisedAccess = {
  listUnrecognised: 'manager', unrecognisedContacts: 'manager', decideUnrecognised: 'manager', undoUnrecognised: 'manager', recentDecisions: 'manager',
  allowErasedAddress: 'administrator',
} as const satisfies Record<keyof typeof unrecognisedRoutes, Access>
