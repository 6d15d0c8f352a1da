import type { Composed, World } from './composition'

/** Never-register lists, the trail of all changes, retention, and one person's data. */
export function composeTrail({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
