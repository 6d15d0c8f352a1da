import type { Access } from './access-level'

/** Named sets of clients, by hand or by rule, and the details that an administrator defines. */
export const segmentsRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const segmentsAccess = {
} as const satisfies Record<keyof typeof segmentsRoutes, Access>
