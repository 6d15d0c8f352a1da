import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { contactFile } from '@counterpane/backend/features/exports/contact-file'
import { createExportsRoutes } from '@counterpane/backend/features/exports/exports.routes'
import type { ExportQuestion, ExportRow, ExportRows } from '@counterpane/backend/features/exports/exports.types'
import { openDatabase } from '@counterpane/backend/platform/db/database'
import { createHealthRoutes } from '@counterpane/backend/platform/http/health.routes'
import { problemHandler } from '@counterpane/backend/platform/http/problem-handler'
import { createLogger } from '@counterpane/backend/platform/log/logger'
import { freshDatabase } from './database-template'
import { createTestClock } from './test-clock'

export const anExportRow = (row: Partial<ExportRow> = {}): ExportRow => ({
  id: 'c-1', startsAt: '2026-11-22T07:42:00.000Z', durationMinutes: 30, method: 'meeting', direction: 'outgoing', status: 'held', state: 1, overdue: false, priority: 'high', type: { id: 't', name: 'Sale' },
  firm: { id: 'f', name: 'Our firm' }, adSource: null, manager: { id: 'm-olga', name: 'Olga' }, managers: [{ id: 'm-olga', name: 'Olga' }, { id: 'm-anna', name: 'Anna' }], registeredBy: { id: 'm-olga', name: 'Olga' },
  counterparty: { id: 'cp-vektor', name: 'Vector' }, clientClass: 'A', vip: false, persons: [{ id: 'p', name: 'Ivan Petrov' }], subject: 'Offer', result: 'Agreed', comment: '', source: 'manual', private: false, files: 2,
  previousId: null, nextAt: '2026-12-01T07:00:00.000Z', createdAt: '2026-11-22T08:00:00.000Z', updatedAt: '2026-11-22T08:00:00.000Z', calendar: null, content: '', ...row,
})

/** The exports alone, over real HTTP and a real database, with rows that the test gives. Callers are told by their token. */
export async function startExportHouse() {
  const file = await freshDatabase('team')
  const db = await openDatabase({ path: file.path })
  const asked: ExportQuestion[] = []
  const given = { rows: [anExportRow()], copies: 1, total: null as number | null, fails: false, opened: 0, closed: 0, slow: 0, taken: 0 }
  const rows: ExportRows = {
    total: (question) => {
      asked.push(question)
      return Promise.resolve(given.total ?? given.rows.length * given.copies)
    },
    async *pages() {
      given.opened++
      try {
        for (let copy = 0; copy < given.copies; copy++) {
          if (given.slow > 0) await new Promise((resolve) => setTimeout(resolve, given.slow))
          if (given.fails && copy === 1) throw new Error('the disk is gone')
          given.taken++
          yield given.rows
        }
      } finally {
        given.closed++
      }
    },
  }
  const app = express()
  app.disable('x-powered-by').set('query parser', 'simple')
  app.use(createHealthRoutes(() => undefined))
  const clock = createTestClock('2026-11-22T09:00:00Z')
  const server = http.createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const log = createLogger('silent')
  const authenticate = ({ token }: { token: string }) => Promise.resolve(token.startsWith('m-') ? { id: token, name: 'Olga Смирнова', role: 'manager' as const, teamId: null, locale: null } : null)
  app.use(createExportsRoutes({ db, clock, log, authenticate, cookieName: 'counterpane', publicUrl: url, nouns: [contactFile({ db, rows })] }))
  app.use(problemHandler(log))
  return {
    url, db, given, asked,
    get: (path: string, { as = 'm-olga', headers = {} }: { as?: string | null; headers?: Record<string, string> } = {}) =>
      fetch(url + path, { headers: { 'accept-language': 'en', ...(as !== null && { authorization: `Bearer ${as}` }), ...headers } }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await db.close()
      file.remove()
    },
  }
}
export type ExportHouse = Awaited<ReturnType<typeof startExportHouse>>
