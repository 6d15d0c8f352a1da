import { importLimits } from '@counterpane/shared/contract/imports'
import { limits } from '@counterpane/shared/contract/parts'
import { AppError } from '@counterpane/shared/errors/app-error'
import { queryOf, type Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import { bytesOf, type FileRoutes } from '../../platform/http/file-routes'
import { importRefusals } from './import-problems'
import type { ImportWork } from './import-work.service'
import type { ImportsService } from './imports.service'

export interface ImportsRoutesDeps { service: ImportsService; work: ImportWork; /** What the last end of the server cut off is put in order. */ ready: () => Promise<void> }

export function addImportsRoutes(api: Api, files: FileRoutes, { service, work, ready }: ImportsRoutesDeps): void {
  const ordering = (kind: 'check' | 'run' | 'undo') => async ({ caller, id, locale }: { caller: Caller; id: string; locale: 'en' | 'ru' }) => {
    await ready()
    await work.order(service.get(caller, id), kind, { managerId: caller.id, locale })
    return { answer: await service.show(caller, id) }
  }
  api.on('listImports', async ({ caller, query: { cursor, limit = limits.pageDefault } }) => { await ready(); return { answer: service.list(caller, { cursor, limit }) } })
  api.on('getImport', async ({ caller, id }) => { await ready(); return { answer: await service.show(caller, id) } })
  api.on('patchImport', async ({ caller, id, body }) => ({ answer: await service.patch(caller, id, body.mapping) }))
  api.on('checkImport', ordering('check'))
  api.on('runImport', ordering('run'))
  api.on('undoImport', ordering('undo'))
  api.on('cancelImport', async ({ caller, id }) => {
    await work.cancel(service.get(caller, id).id)
    return { answer: await service.show(caller, id) }
  })
  api.on('deleteImport', async ({ caller, id }) => ({ answer: await service.remove(caller, id) }))
  api.on('listImportProblems', ({ caller, id, query: { kind, cursor, limit = limits.pageDefault } }) => ({ answer: service.problems(caller, id, { kind, cursor, limit }) }))
  files.on('uploadImport', async ({ caller, request, response }) => {
    if (caller.role === 'manager') throw new AppError('forbidden')
    const { name } = queryOf(request)
    if (typeof name !== 'string' || name.trim() === '' || name.length > 500) throw new AppError('invalid-request', { errors: [{ path: 'name', message: 'the name of the file, at most 500 characters' }] })
    // Said before the bytes come, so that nobody sends them for nothing.
    if (Number(request.headers['content-length'] ?? 0) > importLimits.bytes) throw new AppError('too-large', { words: importRefusals.tooLarge })
    const bytes = bytesOf(request)
    await ready()
    response.status(201).type('json').send(JSON.stringify(await service.upload(caller, { bytes, name: name.trim() })))
  })
}
