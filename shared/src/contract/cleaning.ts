import type { Operation } from './operation'
import type { cleaningRoutes } from './cleaning-routes'

export const cleaningOperations = {
} as const satisfies Record<keyof typeof cleaningRoutes, Operation>
