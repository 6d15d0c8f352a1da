import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { limits } from '@counterpane/shared/contract/parts'
import { streamRoutes } from '@counterpane/shared/contract/routes'
import { trailCsvQuery } from '@counterpane/shared/contract/trail'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parse, queryOf, type Api, type ApiDeps } from '../../platform/http/api'
import { credentialsOf, refuseForeignOrigin } from '../../platform/http/credentials'
import { localeOf } from '../../platform/http/locale'
import type { TrailCsv } from './trail-csv'
import type { Trail } from './trail.service'

export function addTrailRoutes(api: Api, { trail }: { trail: Trail }): void {
  api.on('searchTrail', async ({ query: { cursor, limit = limits.pageDefault, ...filter }, caller, locale }) => ({ answer: await trail.search(filter, { cursor, limit, reader: { caller, locale } }) }))
}

/** The same search as a file that flows as it is made. */
export function createTrailExport({ csv, authenticate, publicUrl, cookieName }: ApiDeps & { csv: TrailCsv }): Router {
  const router = Router({ caseSensitive: true })
  router.get(streamRoutes.exportTrail.replace('GET ', ''), async (request, response) => {
    const credentials = credentialsOf(request, cookieName)
    if (credentials?.via === 'cookie') refuseForeignOrigin(request, publicUrl)
    const caller = credentials && (await authenticate(credentials))
    if (!caller) throw new AppError('no-session')
    if (caller.role !== 'administrator') throw new AppError('forbidden')
    if (request.method === 'HEAD') throw new AppError('method-not-allowed')
    const { language, timeZone, ...filter } = parse(trailCsvQuery, queryOf(request), 'query')
    const lines = csv(filter, { reader: { caller, locale: language ?? localeOf(request.headers['accept-language']) ?? caller.locale ?? 'en' }, timeZone })
    response.status(200).set({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="trail.csv"' })
    // Who goes away in the middle, or a failure: the line is cut, so that half a file does not pass for a whole one.
    await pipeline(lines, response).catch(() => response.destroy())
  })
  return router
}
