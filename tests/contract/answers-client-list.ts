import type { Tried } from './tried'

export async function clientListAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
