import type { Operation } from './operation'
import type { trailRoutes } from './trail-routes'

export const trailOperations = {
} as const satisfies Record<keyof typeof trailRoutes, Operation>
