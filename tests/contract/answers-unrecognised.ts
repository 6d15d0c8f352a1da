import type { Tried } from './tried'

export async function unrecognisedAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
