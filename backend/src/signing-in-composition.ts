import type { Composed, World } from './composition'

/** How people sign in outside the demo, and the sessions that they have. */
export function composeSigningIn({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
