import { limits } from '@counterpane/shared/contract/parts'
import type { Api } from '../../platform/http/api'
import type { NeverRegisterService } from './never-register.service'

export function addNeverRegisterRoutes(api: Api, { service }: { service: NeverRegisterService }): void {
  api.on('listNeverRegister', ({ caller, query: { scope, q, cursor, limit = limits.pageDefault } }) => ({ answer: service.list(caller, { scope, q, cursor, limit }) }))
  api.on('addNeverRegister', async ({ caller, body: { scope, text } }) => ({ answer: await service.add(caller, scope, text) }))
  api.on('deleteNeverRegister', async ({ caller, id }) => {
    await service.remove(caller, id)
    return { answer: undefined }
  })
  api.on('neverRegisterKeys', ({ caller }) => ({ answer: service.keys(caller) }))
}
