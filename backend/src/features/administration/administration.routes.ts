import type { ManagedManager } from '@counterpane/shared/contract/administration'
import type { Api } from '../../platform/http/api'
import type { ManagerHandover } from './manager-handover.service'
import type { ManagersAdmin } from './managers-admin.service'
import type { OwnDomains } from './own-domains.service'
import type { WordsService } from './words.service'

export interface AdministrationRoutesDeps { managers: ManagersAdmin; handOver: ManagerHandover; words: WordsService; domains: OwnDomains }

export function addAdministrationRoutes(api: Api, { managers, handOver, words, domains }: AdministrationRoutesDeps): void {
  const show = (answer: ManagedManager) => ({ answer, headers: { ETag: answer.etag } })
  api.on('listAllManagers', async () => ({ answer: { items: await managers.list(), nextCursor: null } }))
  api.on('createManager', async ({ caller, body }) => show(await managers.create(caller, body)))
  api.on('patchManager', async ({ caller, id, body, ifMatch }) => show(await managers.patch(caller, id, { body, ifMatch })))
  api.on('handOverManager', async ({ caller, id, body }) => ({ answer: await handOver(caller, id, body) }))
  api.on('listWords', async () => ({ answer: await words.list() }))
  api.on('createWord', async ({ caller, body }) => ({ answer: await words.create(caller, body) }))
  api.on('orderWords', async ({ caller, body: { noun, ids } }) => ({ answer: await words.order(caller, noun, ids) }))
  api.on('patchWord', async ({ caller, id, body, ifMatch }) => ({ answer: await words.patch(caller, id, { body, ifMatch }) }))
  api.on('deleteWord', async ({ caller, id, query: { noun }, ifMatch }) => {
    await words.remove(caller, id, { noun, ifMatch })
    return { answer: undefined }
  })
  api.on('listOwnDomains', () => ({ answer: { items: domains.list(), nextCursor: null } }))
  api.on('addOwnDomain', async ({ caller, body }) => ({ answer: await domains.add(caller, body.domain) }))
  api.on('removeOwnDomain', async ({ caller, body }) => {
    await domains.remove(caller, body.domain)
    return { answer: undefined }
  })
}
