import type { Composed, World } from './composition'

/** Clients and persons that are perhaps the same: found, merged, taken apart again; domains; changes of employer. */
export function composeCleaning({ composed: _composed, world: _world }: { composed: Composed; world: World }) {
  return {}
}
