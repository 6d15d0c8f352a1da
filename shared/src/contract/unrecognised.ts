import type { Operation } from './operation'
import type { unrecognisedRoutes } from './unrecognised-routes'

export const unrecognisedOperations = {
} as const satisfies Record<keyof typeof unrecognisedRoutes, Operation>
