import { pipeline } from 'node:stream/promises'
import { create as contentDisposition } from 'content-disposition'
import { Router, type Request, type Response } from 'express'
import { exportClients } from '@counterpane/shared/contract/client-list'
import { clientExportRoutes } from '@counterpane/shared/contract/client-list-routes'
import { askProgress } from '@counterpane/shared/contract/exports'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import { parse, queryOf } from '../../platform/http/api'
import type { Authenticate, Caller, Credentials } from '../../platform/http/caller'
import { credentialsOf, refuseForeignOrigin } from '../../platform/http/credentials'
import { localeOf } from '../../platform/http/locale'
import { stillStands } from '../../platform/http/session-standing'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { createBaseExports, type BaseNoun, type BaseRows } from './base-exports.service'
import type { ExportFormat } from './exports.service'

export interface BaseExportsDeps { db: Db; clock: Clock; log: Log; authenticate: Authenticate; cookieName: string; publicUrl: string; rows: BaseRows }
const types: Record<ExportFormat, string> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }
const pathOf = (name: keyof typeof clientExportRoutes) => clientExportRoutes[name].replace('GET ', '')

/** Files of the client base, which flow as they are made; a session that ends meanwhile ends them too. */
export function createBaseExportsRoutes({ db, clock, log, authenticate, cookieName, publicUrl, rows }: BaseExportsDeps): Router {
  const service = createBaseExports({ db, clock, rows })
  const router = Router({ caseSensitive: true })
  async function letIn(request: Request): Promise<{ caller: Caller; credentials: Credentials }> {
    const credentials = credentialsOf(request, cookieName)
    if (credentials?.via === 'cookie') refuseForeignOrigin(request, publicUrl)
    const caller = credentials && (await authenticate(credentials))
    if (!credentials || !caller) throw new AppError('no-session')
    return { caller, credentials }
  }
  async function* whileLetIn(bytes: AsyncGenerator<Uint8Array>, credentials: Credentials): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      if (!(await stillStands(authenticate, credentials))) throw new AppError('no-session')
      yield piece
    }
  }
  const answer = (noun: BaseNoun, format: ExportFormat) => async (request: Request, response: Response) => {
    const { caller, credentials } = await letIn(request)
    if (request.method === 'HEAD') throw new AppError('method-not-allowed')
    const query = parse(exportClients, queryOf(request), 'query')
    const { fileName, plainName, bytes, settle } = await service.open({ noun, format, query, caller, locale: query.language ?? localeOf(request.headers['accept-language']) ?? caller.locale ?? 'en' })
    response.status(200).set({ 'Content-Type': types[format], 'Content-Disposition': contentDisposition(fileName, { fallback: plainName }) })
    try {
      await pipeline(whileLetIn(bytes, credentials), response)
      settle('done')
    } catch (error) {
      settle('failed')
      // The line is cut, so that half a file does not pass for a whole one.
      if (!response.closed) log.error({ fileName, error: describeError(error) }, 'an export was cut off')
      response.destroy()
    }
  }
  router.get(pathOf('clientsXlsx'), answer('clients', 'xlsx'))
  router.get(pathOf('clientsCsv'), answer('clients', 'csv'))
  router.get(pathOf('personsXlsx'), answer('persons', 'xlsx'))
  router.get(pathOf('personsCsv'), answer('persons', 'csv'))
  router.get(pathOf('progress'), async (request, response) => {
    const { caller } = await letIn(request)
    const progress = service.progress(caller.id, parse(askProgress, queryOf(request), 'query').ticket)
    if (!progress) throw new AppError('not-found')
    response.type('json').send(JSON.stringify(progress))
  })
  return router
}
