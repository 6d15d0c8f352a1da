import type { Composed, World } from './composition'

/** Contacts without a client, by the domain they came from, and what was decided about it. */
export function composeUnrecognised({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
