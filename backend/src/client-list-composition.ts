import type { Composed, World } from './composition'

/** The client base as a list: rows, filters, marks, preview, exports. */
export function composeClientList({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
