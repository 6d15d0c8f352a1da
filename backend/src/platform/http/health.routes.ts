import { Router } from 'express'

/** `healthz`: the process lives. `readyz`: database and migrations are right, so requests may come. */
export function createHealthRoutes(check: () => void): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  router.get('/readyz', (_request, response) => {
    try {
      check()
      response.json({ status: 'ready' })
    } catch (error) {
      response.status(503).json({ status: 'not-ready', reason: error instanceof Error ? error.message : 'unknown' })
    }
  })
  return router
}
