import type { Tried } from './tried'

export async function importsAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
