import type { Api } from '../../platform/http/api'
import type { RetentionRun } from './retention-run'
import type { Retention } from './retention.service'

/** A request waits so long at most; the rest is the next press's, or the worker's. */
const patienceMs = 15_000

export function addRetentionRoutes(api: Api, { retention, run }: { retention: Retention; run: RetentionRun }): void {
  api.on('getRetention', () => ({ answer: retention.get() }))
  api.on('putRetention', async ({ caller, body }) => ({ answer: await retention.put(caller, body) }))
  api.on('previewRetention', async ({ body }) => ({ answer: await retention.preview(body) }))
  api.on('runRetention', async ({ caller }) => ({ answer: await run({ managerId: caller.id, budgetMs: patienceMs }) }))
}
