import type { Operation } from './operation'
import type { importsRoutes } from './imports-routes'

export const importsOperations = {
} as const satisfies Record<keyof typeof importsRoutes, Operation>
