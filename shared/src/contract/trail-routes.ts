import type { Access } from './access-level'

/** Never-register lists, the trail of all changes, retention, and one person's data. */
export const trailRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const trailAccess = {
} as const satisfies Record<keyof typeof trailRoutes, Access>
