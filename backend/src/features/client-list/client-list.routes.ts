import type { ClientSelection } from '@counterpane/shared/contract/client-list'
import type { Api } from '../../platform/http/api'
import { etagOf } from '../../platform/http/etag'
import type { Db } from '../../platform/db/database'
import type { Clock } from '../../ports/clock'
import type { ClientListService } from './client-list.service'
import { createClientSelectionsRepository, type SelectionRecord } from './client-selections.repository'
import { createClientSelections } from './client-selections.service'
import { createClientWords } from './client-words.repository'
import { createChangeClients } from './many-client-changes.service'

export function addClientListRoutes(api: Api, { db, clock, service }: { db: Db; clock: Clock; service: ClientListService }): void {
  const words = createClientWords(db)
  const change = createChangeClients({ db, clock })
  const selections = createClientSelections({ db, clock, selections: createClientSelectionsRepository(db) })
  const show = (selection: SelectionRecord, callerId: string) => {
    const answer = presentSelection(selection, callerId)
    return { answer, headers: { ETag: answer.etag } }
  }
  api.on('listClientRows', async ({ caller, query }) => ({ answer: await service.page(caller, query) }))
  api.on('countClients', async ({ caller, query }) => ({ answer: await service.count(caller, query) }))
  api.on('clientWords', async () => ({ answer: await words() }))
  api.on('changeClients', async ({ caller, body }) => ({ answer: await change(caller, body) }))
  api.on('listSelections', ({ caller }) => ({ answer: { items: selections.list(caller).map((one) => presentSelection(one, caller.id)), nextCursor: null } }))
  api.on('createSelection', async ({ caller, body }) => show(await selections.create(caller, body), caller.id))
  api.on('patchSelection', async ({ caller, id, body, ifMatch }) => show(await selections.patch(caller, id, { body, ifMatch }), caller.id))
  api.on('deleteSelection', async ({ caller, id, ifMatch }) => {
    await selections.remove(caller, id, ifMatch)
    return { answer: undefined }
  })
}

function presentSelection({ version, createdAt, updatedAt, ...selection }: SelectionRecord, callerId: string): ClientSelection {
  return { ...selection, etag: etagOf(version), mine: selection.owner?.id === callerId, createdAt: new Date(createdAt).toISOString(), updatedAt: new Date(updatedAt).toISOString() }
}
