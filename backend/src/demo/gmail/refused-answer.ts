import { checkAnswer } from '@counterpane/addin-gmail/check/card-check'
import { demoManifests, type DemoManifest } from './demo-manifests'
import type { Press } from './press-event'

/** What Google would not take of an answer, in sentences: such an answer is shown as an error and never drawn. */
export function refusalsOf(answer: unknown, { endpoint, asks, manifest }: Pick<Press, 'endpoint' | 'asks' | 'manifest'>): string[] {
  // An entry of the menu is answered as a button is (decision 017).
  const kind = endpoint === 'settings' || endpoint === 'help' || endpoint === 'search' ? 'press' : endpoint === 'action' ? asks : 'trigger'
  return [...checkAnswer(answer, kind), ...unknownScopes(answer, manifest)]
}

/** Only scopes of the deployment can be asked for. */
function unknownScopes(answer: unknown, manifest: DemoManifest): string[] {
  const asked = (answer as { requesting_google_scopes?: { scopes?: unknown } } | null)?.requesting_google_scopes?.scopes
  const known: readonly string[] = demoManifests[manifest]
  return Array.isArray(asked) ? asked.filter((scope) => !known.includes(String(scope))).map((scope) => `the scope ${String(scope)} is not in the deployment`) : []
}
