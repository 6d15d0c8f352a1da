import type { Operation } from './operation'
import type { segmentsRoutes } from './segments-routes'

export const segmentsOperations = {
} as const satisfies Record<keyof typeof segmentsRoutes, Operation>
