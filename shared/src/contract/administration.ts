import type { Operation } from './operation'
import type { administrationRoutes } from './administration-routes'

export const administrationOperations = {
} as const satisfies Record<keyof typeof administrationRoutes, Operation>
