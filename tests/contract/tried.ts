import type { RouteName } from '@counterpane/shared/contract/routes'

export interface TriedCall { id?: string; query?: string; as?: string; body?: unknown; headers?: Record<string, string> }
/** Calls a route over the wire, holds its answer against the contract, and notes that it was tried. */
export type Tried = (name: RouteName, call?: TriedCall) => Promise<{ status: number; etag: string | null; body: Record<string, unknown> }>
