import type { Access } from './access-level'

/** How people sign in outside the demo, and the sessions that they have. */
export const signingInRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const signingInAccess = {
} as const satisfies Record<keyof typeof signingInRoutes, Access>
