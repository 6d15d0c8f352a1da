import type { Tried } from './tried'

export async function administrationAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
