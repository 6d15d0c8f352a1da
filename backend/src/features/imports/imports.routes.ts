import { pipeline } from 'node:stream/promises'
import { importLimits, importProblemsQuery as problemsQuery } from '@counterpane/shared/contract/imports'
import { limits } from '@counterpane/shared/contract/parts'
import { AppError } from '@counterpane/shared/errors/app-error'
import { importsTexts } from '@counterpane/shared/text/imports-journal'
import { queryOf, type Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import { bytesOf, type FileRoutes } from '../../platform/http/file-routes'
import { importRefusals } from './import-problems'
import type { ImportWork } from './import-work.service'
import type { ImportsService } from './imports.service'
import type { ProblemsCsv } from './problems-csv'

export interface ImportsRoutesDeps { service: ImportsService; csv: ProblemsCsv; work: ImportWork; /** What the last end of the server cut off is put in order. */ ready: () => Promise<void> }

export function addImportsRoutes(api: Api, files: FileRoutes, { service, csv, work, ready }: ImportsRoutesDeps): void {
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
  files.on('exportImportProblems', async ({ caller, id, locale, request, response }) => {
    if (caller.role === 'manager') throw new AppError('forbidden')
    const asked = problemsQuery.safeParse(queryOf(request))
    if (!asked.success) throw new AppError('invalid-request', { errors: asked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) })
    const { kind = 'problem', language = locale } = asked.data
    const lines = csv(service.get(caller, id), { kind, locale: language })
    response.status(200).set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${importsTexts[language].csv.file[kind]}"` })
    // Who goes away in the middle, or a failure: the line is cut, so that half a file does not pass for a whole one.
    await pipeline(lines, response).catch(() => response.destroy())
  })
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
