import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type Router } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Composed } from './composition'
import type { Config } from './config'
import { paneSignIn } from './entra-composition'
import { allowedScripts, panePages } from './pane-page'
import { credentialsOf } from './platform/http/credentials'
import { productVersion } from './platform/product-version'
import { createHealthRoutes } from './platform/http/health.routes'
import { problemHandler } from './platform/http/problem-handler'
import { limitSearch, limitSent, limitSignIn } from './platform/http/rate-limits'
import { apiHeaders, pageHeaders, paneHeaders } from './platform/http/security-headers'
import { unknownRoute } from './platform/http/unknown-route'

export interface AppDeps { composed: Composed; config: Config; root: string; rooms: readonly Router[]; files: { routes: Router; ticketed: Router }; journal: Router; calendars: Router; gmail?: Router | null; demo?: Router | null }

/** The HTTP face of the house. Never listens by itself. */
export function createApp({ composed, config, root, rooms, files, journal, calendars, gmail, demo }: AppDeps): Express {
  const app = express()
  let document: object | null = null
  /** Few ask for it: what makes it is loaded for the first of them. */
  const describeApi = async () => (await import('@counterpane/shared/contract/openapi')).openApiDocument({ version: productVersion(root), server: config.PUBLIC_URL })
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple')
  app.use(createHealthRoutes(composed.check))
  app.use((_request, _response, next) => composed.sights.asRequest(next))
  app.use('/api', apiHeaders())
  app.post('/api/session', limitSignIn())
  app.post('/api/send-orders/:id/sent', limitSent())
  app.get('/api/search', limitSearch())
  app.get('/api/openapi.json', async (request, response) => {
    const credentials = credentialsOf(request, composed.cookieName)
    if (!credentials || !(await composed.authenticate(credentials))) throw new AppError('no-session')
    response.json(document ??= await describeApi())
  })
  app.use(composed.api.router)
  for (const room of rooms) app.use(room)
  app.use(journal)
  app.use(files.routes)
  app.use('/files', apiHeaders(), files.ticketed)
  app.use('/gmail/icons', pageHeaders(), express.static(join(root, 'manifests/dist/gmail/icons'), { index: false, redirect: false, maxAge: '1 day' }))
  if (gmail) app.use('/gmail', apiHeaders(), gmail)
  app.use(['/webhooks', '/google'], apiHeaders())
  app.use(calendars)
  // Pages and bundles travel compressed; answers of the API are small, and their speed counts more.
  app.use(['/outlook', '/journal', '/demo'], compression())
  if (demo) app.use('/demo', pageHeaders())
  if (demo) app.use(demo)
  app.get('/.well-known/microsoft-officeaddins-allowed.json', (_request, response) => { response.json(allowedScripts(config.PUBLIC_URL)) })
  app.use('/outlook/icons', paneHeaders(), express.static(join(root, 'manifests/dist/outlook/icons'), { index: false, redirect: false, maxAge: '1 day' }))
  const signIn = paneSignIn(config)
  const signInOrigin = signIn.kind === 'entra' ? new URL(signIn.authority).origin : undefined
  const pane = join(root, 'addin-outlook/dist')
  app.use('/outlook', paneHeaders({ signInOrigin }), panePages(pane, signIn), builtPages(pane))
  app.use('/journal', pageHeaders(), builtPages(join(root, 'backend/journal/dist')))
  app.get('/', (_request, response) => response.redirect(302, '/journal/'))
  app.use(unknownRoute)
  app.use(problemHandler(composed.log))
  return app
}

/** Hashed files may be kept for ever, pages are asked for anew. */
function builtPages(folder: string) {
  return express.static(folder, {
    index: 'index.html', redirect: true,
    setHeaders: (response, path) => response.setHeader('Cache-Control', /\.[0-9a-f]{8,}\.(js|css|woff2?|png|svg)$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
}
