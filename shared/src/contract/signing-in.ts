import type { Operation } from './operation'
import type { signingInRoutes } from './signing-in-routes'

export const signingInOperations = {
} as const satisfies Record<keyof typeof signingInRoutes, Operation>
