import type { SavedView } from '@counterpane/shared/contract/journal'
import type { Db } from '../../platform/db/database'
import type { Api } from '../../platform/http/api'
import { etagOf } from '../../platform/http/etag'
import type { Clock } from '../../ports/clock'
import { createSavedViewsRepository, type ViewRecord } from './saved-views.repository'
import { createSavedViews } from './saved-views.service'

export function addSavedViewsRoutes(api: Api, { db, clock }: { db: Db; clock: Clock }): void {
  const service = createSavedViews({ db, clock, views: createSavedViewsRepository(db) })
  const show = (view: ViewRecord, callerId: string) => {
    const answer = presentView(view, callerId)
    return { answer, headers: { ETag: answer.etag } }
  }
  api.on('listViews', ({ caller }) => ({ answer: { items: service.list(caller).map((view) => presentView(view, caller.id)), nextCursor: null } }))
  api.on('createView', async ({ caller, body }) => show(await service.create(caller, body), caller.id))
  api.on('patchView', async ({ caller, id, body, ifMatch }) => show(await service.patch(caller, id, { body, ifMatch }), caller.id))
  api.on('deleteView', async ({ caller, id, ifMatch }) => {
    await service.remove(caller, id, ifMatch)
    return { answer: undefined }
  })
}

function presentView({ version, createdAt, updatedAt, ...view }: ViewRecord, callerId: string): SavedView {
  return { ...view, etag: etagOf(version), mine: view.owner?.id === callerId, createdAt: new Date(createdAt).toISOString(), updatedAt: new Date(updatedAt).toISOString() }
}
