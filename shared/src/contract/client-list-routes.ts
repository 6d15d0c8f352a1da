import type { Access } from './access-level'

/** The client base as a list: rows, filters, marks, preview, exports. */
export const clientListRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const clientListAccess = {
} as const satisfies Record<keyof typeof clientListRoutes, Access>
