import type { Preferences } from '@counterpane/shared/contract/access'
import type { PaneServices } from '../../app/pane-context'

/** What was changed in this pane since the sign-in told; the next sign-in tells it anew. */
let changed: { managerId: string; preferences: Preferences } | null = null
const none: Preferences = { registerOnSend: false, followAsked: false, gmail: { visibility: 'full', keepFiles: true }, digest: { mine: false, team: false, at: 8, timeZone: 'UTC' } }

export function preferencesOf({ session }: Pick<PaneServices, 'session'>): Preferences {
  const manager = session.manager()
  if (changed && changed.managerId === manager?.id) return changed.preferences
  return { ...none, ...manager?.preferences }
}

/** Remembered for this manager wherever they sign in. */
export async function changePreferences({ api, session }: Pick<PaneServices, 'api' | 'session'>, patch: Partial<Preferences>) {
  const manager = session.manager()
  if (manager) changed = { managerId: manager.id, preferences: { ...preferencesOf({ session }), ...patch } }
  await api('patchMe', { body: { preferences: patch } })
}
