import { pipeline } from 'node:stream/promises'
import { create as contentDisposition } from 'content-disposition'
import { Router, type Request, type Response } from 'express'
import { askProgress } from '@counterpane/shared/contract/exports'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import { parse, queryOf } from '../../platform/http/api'
import type { Authenticate, Caller, Credentials } from '../../platform/http/caller'
import { credentialsOf, refuseForeignOrigin } from '../../platform/http/credentials'
import { stillStands } from '../../platform/http/session-standing'
import { localeOf } from '../../platform/http/locale'
import { describeError } from '../../platform/log/describe-error'
import { keepSight } from '../../platform/visibility/sight'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import type { ExportFormat } from './export-file'
import type { ExportNoun } from './export-noun'
import { createExports, type OpenedExport } from './exports.service'

export interface ExportsDeps { db: Db; clock: Clock; log: Log; authenticate: Authenticate; cookieName: string; publicUrl: string; nouns: readonly ExportNoun[] }

const types: Record<ExportFormat, string> = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

/** Files that flow as they are made: nobody's memory ever holds one. */
export function createExportsRoutes({ db, clock, log, authenticate, cookieName, publicUrl, nouns }: ExportsDeps): Router {
  const service = createExports({ db, clock })
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
      await pipeline(keepSight(whileLetIn(bytes, credentials)), response)
      settle('done')
    } catch (error) {
      settle('failed')
      // Who goes away in the middle is no failure of ours. Of any other the line is cut, so that half a file does not pass for a whole one.
      if (error instanceof AppError && error.code === 'no-session') log.info({ fileName }, 'an export ended with its session')
      else if (!hasLeft(error)) log.error({ fileName, error: describeError(error) }, 'an export was cut off')
      response.destroy()
    }
  }

  const answer = (noun: ExportNoun, format: ExportFormat) => async (request: Request, response: Response) => {
    const { caller, credentials } = await letIn(request)
    if (request.method === 'HEAD') throw new AppError('method-not-allowed')
    const ask = noun.read(queryOf(request))
    const opened = await service.open({ format, ask, caller, locale: ask.language ?? localeOf(request.headers['accept-language']) ?? caller.locale ?? 'en' })
    response.status(200).set({ 'Content-Type': types[format], 'Content-Disposition': contentDisposition(opened.fileName, { fallback: opened.plainName }) })
    await pour(response, opened, credentials)
  }
  const tellProgress = async (request: Request, response: Response) => {
    const { caller } = await letIn(request)
    const progress = service.progress(caller.id, parse(askProgress, queryOf(request), 'query').ticket)
    if (!progress) throw new AppError('not-found')
    response.type('json').send(JSON.stringify(progress))
  }
  for (const noun of nouns) for (const format of ['xlsx', 'csv'] as const) router.get(noun.paths[format], answer(noun, format))
  for (const path of new Set(nouns.map(({ paths }) => paths.progress))) router.get(path, tellProgress)
  return router
}

const hasLeft = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^(ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_DESTROYED|ECONNRESET|EPIPE)$/.test(error.code)
