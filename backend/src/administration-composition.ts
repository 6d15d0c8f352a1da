import type { Composed, World } from './composition'

/** Managers, teams, our companies, and the words that people choose from. */
export function composeAdministration({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
