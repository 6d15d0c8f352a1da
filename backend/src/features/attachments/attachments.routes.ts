import { Router, type Request, type Response } from 'express'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { fileRefusals } from '@counterpane/shared/text/file-refusals'
import type { Api } from '../../platform/http/api'
import { bytesOf, type FileRoutes } from '../../platform/http/file-routes'
import { localeOf } from '../../platform/http/locale'
import type { Clock } from '../../ports/clock'
import { FileStoreFailure, type FileStore } from '../../ports/file-store'
import type { HandFiles } from './hand-files.service'
import type { AttachmentsService } from './attachments.service'
import { downloadName } from './download-name'
import { sendFile, type SentFile } from './file-answer'
import type { FileTickets } from './file-tickets'
import type { OriginalsService } from './originals.service'

export interface AttachmentsRoutesDeps { service: AttachmentsService; handFiles: HandFiles; originals: OriginalsService; store: FileStore; tickets: FileTickets; publicUrl: string; clock: Clock }
interface Exchange { request: Request; response: Response; locale: Locale }

export function addAttachmentsRoutes(api: Api, files: FileRoutes, { service, handFiles, originals, store, tickets, publicUrl, clock }: AttachmentsRoutesDeps): Router {
  const send = (file: { name: string; contentType: string; contentHash: string }, exchange: Exchange) => inWords(exchange.locale, async () => {
    const sent: SentFile = { name: file.name, contentType: file.contentType, hash: file.contentHash }
    if (!(await sendFile(store, sent, exchange))) throw new AppError('files-unavailable', { detail: fileRefusals[exchange.locale].lost })
  })

  files.on('keepAttachment', ({ caller, id, locale, request, response }) => inWords(locale, async () => {
    const length = request.headers['content-length']
    const kept = await service.keep(caller, id, { open: () => bytesOf(request), declared: length === undefined ? null : Number(length), locale }).catch((error: unknown) => {
      if (request.destroyed && !request.complete) throw new AppError('invalid-request', { detail: fileRefusals[locale].brokenOff, cause: error })
      throw error
    })
    response.type('json').send(JSON.stringify(kept))
  }))
  files.on('readAttachment', async ({ caller, id, locale, request, response }) => send(service.getKept(caller, id, locale), { request, response, locale }))
  api.on('addAttachment', async ({ caller, id, body, locale }) => ({ answer: await inWords(locale, () => handFiles.add(caller, id, body, locale)) }))
  api.on('removeAttachment', async ({ caller, id }) => ({ answer: await handFiles.remove(caller, id) }))
  api.on('linkAttachment', ({ caller, id, locale }) => {
    const file = service.getKept(caller, id, locale)
    const { ticket, expiresAt } = tickets.issue(file.id, clock.now())
    const name = downloadName(file.name)
    return { answer: { url: `${publicUrl}/files/${ticket}/${encodeURIComponent(shortName(name))}`, name, expiresAt: expiresAt.toISOString() } }
  })
  api.on('listOriginals', ({ caller, id }) => ({ answer: { items: originals.list(caller, id), nextCursor: null } }))

  /** Files by ticket stand outside `/api`: no session is asked for, and the name in the address is for whoever saves it. */
  const ticketed = Router({ caseSensitive: true })
  ticketed.get('/:ticket/:name', async (request, response) => {
    const locale = localeOf(request.headers['accept-language']) ?? 'en'
    const id = tickets.read(request.params.ticket, clock.now())
    if (id === null) throw new AppError('not-found')
    await send(service.getTicketed(id, locale), { request, response, locale })
  })
  return ticketed
}

/** Outlook takes addresses up to about 2,000 characters, and a letter of another script is nine of them. */
const shortName = (name: string) => {
  const letters = [...name]
  return letters.length <= 80 ? name : [...letters.slice(0, 60), ...letters.slice(-20)].join('')
}

/** The store's trouble as the problem that a person reads. */
async function inWords<T>(locale: Locale, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FileStoreFailure)) throw error
    const words = fileRefusals[locale]
    throw new AppError('files-unavailable', { detail: { full: words.full, 'read-only': words.readOnly, unavailable: words.unavailable }[error.code], cause: error })
  }
}
