import type { Composed, World } from './composition'

/** Named sets of clients, by hand or by rule, and the details that an administrator defines. */
export function composeSegments({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
