import type { Tried } from './tried'

export async function trailAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
