import type { Tried } from './tried'

export async function signingInAgree(_tried: Tried): Promise<void> {
  // Nothing is asked here yet.
}
