import type { Composed, World } from './composition'

/** Clients and contact persons brought in from tables: uploaded, looked at, run, taken back. */
export function composeImports({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
