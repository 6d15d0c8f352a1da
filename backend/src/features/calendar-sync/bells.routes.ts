import express, { Router, type Request, type Response } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db } from '../../platform/db/database'
import { createProvenLimit } from '../../platform/http/rate-limits'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { bellOfChannel, bellsNamed } from './bells.repository'
import { hearGraph, isSecretOf, validationTokenOf } from './graph-rings'
import { createRingMarks } from './ring-marks'

export interface BellsDeps { db: Db; clock: Clock; log: Log; wake(): void }

const mebibyte = 1024 * 1024
/** Far above a storm of 10,000 a minute, which is answered; one connection's address may stand for a whole provider. */
const perMinute = 30_000

const readJson = express.json({ limit: mebibyte, inflate: false, type: () => true })
async function bodyOf(request: Request, response: Response): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > mebibyte) throw new AppError('too-large', { detail: 'At most 1 MiB' })
  await new Promise<void>((resolve, reject) => readJson(request, response, (error?: unknown) => (error ? reject(error) : resolve())))
  return request.body as unknown
}

/** /webhooks/graph, /webhooks/graph/lifecycle, /webhooks/google-calendar: providers say that something changed, never what. */
export function createBellsRoutes({ db, clock, log, wake }: BellsDeps): Router {
  const router = Router()
  const mark = createRingMarks({ db, clock })
  const limit = createProvenLimit(perMinute)
  const admit = (request: Request) => limit(request.socket.remoteAddress ?? 'unknown')
  const refuse = (request: Request, items: number) => log.warn({ security: true, path: request.path, items }, 'a ring was not proven to come from one of our bells')

  /** Graph asks before it trusts an address: the token goes back as it came, as text that no browser takes for a page. */
  function answerHandshake(token: Buffer, response: Response) {
    response.status(200).set({ 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff', 'Content-Length': String(token.length) }).end(token)
  }

  async function graph(request: Request, response: Response) {
    await admit(request)
    const token = validationTokenOf(request.originalUrl)
    if (token) return answerHandshake(token, response)
    if (request.method !== 'POST') throw new AppError('not-found')
    const { rings, refused } = hearGraph(await bodyOf(request, response), (subscriptionId) => bellsNamed(db.sql, subscriptionId))
    if (refused > 0) refuse(request, refused)
    await mark(rings)
    if (rings.length > 0) wake()
    response.status(202).end()
  }

  async function google(request: Request, response: Response) {
    await admit(request)
    const header = (name: string) => request.get(name) ?? ''
    const bell = bellOfChannel(db.sql, header('x-goog-channel-id').slice(0, 200))
    const proven = bell !== null && isSecretOf(header('x-goog-channel-token'), bell) && (bell.resourceId === null || bell.resourceId === header('x-goog-resource-id'))
    if (!proven) {
      refuse(request, 1)
      throw new AppError('not-found')
    }
    // The first ring of a channel says that it hangs, nothing more.
    if (header('x-goog-resource-state') !== 'sync' && bell.pending === 0) {
      await mark([{ managerId: bell.managerId }])
      wake()
    }
    response.status(202).end()
  }

  for (const path of ['/webhooks/graph', '/webhooks/graph/lifecycle']) router.route(path).post(graph).get(graph)
  router.post('/webhooks/google-calendar', google)
  return router
}
