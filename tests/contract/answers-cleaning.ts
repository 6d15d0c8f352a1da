import type { Tried } from './tried'

export async function cleaningAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
