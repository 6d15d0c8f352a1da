import type { Access } from './access-level'

/** Managers, teams, our companies, and the words that people choose from. */
export const administrationRoutes = {
} as const

/** Who may ask; what of it depends on the thing itself is decided by the service. */
export const administrationAccess = {
} as const satisfies Record<keyof typeof administrationRoutes, Access>
