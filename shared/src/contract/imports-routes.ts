import type { Access } from './access-level'

/** Clients and contact persons brought in from tables: uploaded, looked at, run, taken back. */
export const importsRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const importsAccess = {
} as const satisfies Record<keyof typeof importsRoutes, Access>
