import type { Access } from './access-level'

/** Contacts without a client, by the domain they came from, and what was decided about it. */
export const unrecognisedRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const unrecognisedAccess = {
} as const satisfies Record<keyof typeof unrecognisedRoutes, Access>
