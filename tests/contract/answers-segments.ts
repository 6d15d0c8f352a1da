import type { Tried } from './tried'

export async function segmentsAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
