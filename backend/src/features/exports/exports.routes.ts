import { pipeline } from 'node:stream/promises'
import { create as contentDisposition } from 'content-disposition'
import { Router, type Request, type Response } from 'express'
import { askProgress, exportContacts } from '@counterpane/shared/contract/exports'
import { streamRoutes } from '@counterpane/shared/contract/routes'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import { parse, queryOf } from '../../platform/http/api'
import type { Authenticate, Caller, Credentials } from '../../platform/http/caller'
import { credentialsOf, refuseForeignOrigin } from '../../platform/http/credentials'
import { stillStands } from '../../platform/http/session-standing'
import { localeOf } from '../../platform/http/locale'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { createExports, type ExportFormat, type OpenedExport } from './exports.service'
import type { ExportRows } from './exports.types'

export interface ExportsDeps { db: Db; clock: Clock; log: Log; authenticate: Authenticate; cookieName: string; publicUrl: string; rows: ExportRows }

const types: Record<ExportFormat, string> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }
const pathOf = (name: keyof typeof streamRoutes) => streamRoutes[name].replace('GET ', '')

/** Files that flow as they are made: nobody's memory ever holds one. */
export function createExportsRoutes({ db, clock, log, authenticate, cookieName, publicUrl, rows }: ExportsDeps): Router {
  const service = createExports({ db, clock, rows })
  const router = Router({ caseSensitive: true })

  async function letIn(request: Request): Promise<{ caller: Caller; credentials: Credentials }> {
    const credentials = credentialsOf(request, cookieName)
    if (credentials?.via === 'cookie') refuseForeignOrigin(request, publicUrl)
    const caller = credentials && (await authenticate(credentials))
    if (!credentials || !caller) throw new AppError('no-session')
    return { caller, credentials }
  }

  /** A file of minutes goes to nobody whose session has ended meanwhile. */
  async function* whileLetIn(bytes: AsyncGenerator<Uint8Array>, credentials: Credentials): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      if (!(await stillStands(authenticate, credentials))) throw new AppError('no-session')
      yield piece
    }
  }
  async function pour(response: Response, { fileName, bytes, settle }: OpenedExport, credentials: Credentials) {
    try {
      await pipeline(whileLetIn(bytes, credentials), response)
      settle('done')
    } catch (error) {
      settle('failed')
      // Who goes away in the middle is no failure of ours. Of any other the line is cut, so that half a file does not pass for a whole one.
      if (error instanceof AppError && error.code === 'no-session') log.info({ fileName }, 'an export ended with its session')
      else if (!hasLeft(error)) log.error({ fileName, error: describeError(error) }, 'an export was cut off')
      response.destroy()
    }
  }

  const answer = (format: ExportFormat) => async (request: Request, response: Response) => {
    const { caller, credentials } = await letIn(request)
    if (request.method === 'HEAD') throw new AppError('method-not-allowed')
    const query = parse(exportContacts, queryOf(request), 'query')
    const opened = await service.open({ format, query, caller, locale: query.language ?? localeOf(request.headers['accept-language']) ?? caller.locale ?? 'en' })
    response.status(200).set({ 'Content-Type': types[format], 'Content-Disposition': contentDisposition(opened.fileName, { fallback: opened.plainName }) })
    await pour(response, opened, credentials)
  }
  router.get(pathOf('exportXlsx'), answer('xlsx'))
  router.get(pathOf('exportCsv'), answer('csv'))
  router.get(pathOf('exportProgress'), async (request, response) => {
    const { caller } = await letIn(request)
    const { ticket } = parse(askProgress, queryOf(request), 'query')
    const progress = service.progress(caller.id, ticket)
    if (!progress) throw new AppError('not-found')
    response.type('json').send(JSON.stringify(progress))
  })
  return router
}

const hasLeft = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^(ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_DESTROYED|ECONNRESET|EPIPE)$/.test(error.code)
