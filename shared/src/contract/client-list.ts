import type { Operation } from './operation'
import type { clientListRoutes } from './client-list-routes'

export const clientListOperations = {
} as const satisfies Record<keyof typeof clientListRoutes, Operation>
