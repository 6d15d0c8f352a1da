import type { Access } from './access-level'

/** Clients and persons that are perhaps the same: found, merged, taken apart again; domains; changes of employer. */
export const cleaningRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const cleaningAccess = {
} as const satisfies Record<keyof typeof cleaningRoutes, Access>
