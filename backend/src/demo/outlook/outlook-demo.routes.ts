import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type NextFunction, type Request, type Response, Router, static as files } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import { withSignIn } from '../../pane-page'
import { paneHeaders } from '../../platform/http/security-headers'
import type { DemoMailbox } from './demo-mailbox'
import { exchangeItems } from './exchange-items'
import { toDemoMessages } from './outlook-demo.presenter'

/** `root` is the repository's folder, where the built pane and the built page of the stand-in lie. */
export interface OutlookDemoDeps { mail: DemoMailbox; root: string }

const officeScript = /https:\/\/appsforoffice\.microsoft\.com\/[^"]*office\.js/

/**
 * Outlook around the real pane: a page with letters, and the pane in a frame. The frame asks for `/outlook/taskpane.html?host=demo`; that answer differs from
 * the real one by the address of Office.js alone, which then is the stand-in's (or, with `office=blocked`, one where nothing lies). So do the commands' page
 * and dialogs. Without the query every page is served as it is in production.
 */
export function createOutlookDemoRoutes({ mail, root }: OutlookDemoDeps): Router {
  const routes = Router()
  const page = path.join(root, 'backend/dist/demo-outlook')

  function withStandIn(request: Request, response: Response, next: NextFunction) {
    const file = path.join(root, 'addin-outlook/dist', path.basename(request.path))
    if (request.query.host !== 'demo' || !existsSync(file)) return next()
    paneHeaders()(request, response, (error?: unknown) => {
      if (error) return next(error)
      response.setHeader('Cache-Control', 'no-cache')
      const script = request.query.office === 'blocked' ? '/demo/outlook/blocked/office.js' : '/demo/outlook/office.js'
      response.type('html').send(withSignIn(readFileSync(file, 'utf8'), { kind: 'demo' }).replace(officeScript, script))
    })
  }
  routes.get(/^\/outlook\/[\w-]+\.html$/, withStandIn)
  routes.get('/demo/outlook', (_request, response, next) => response.sendFile(path.join(page, 'outlook-demo.html'), (error) => { if (error) next(error) }))
  routes.get('/demo/outlook/messages', (_request, response) => { response.json(toDemoMessages(mail)) })
  routes.get('/demo/outlook/messages/:id', (request, response) => {
    const exchange = exchangeItems(mail.owner).find(({ item }) => item.itemId === request.params.id)
    if (exchange) return void response.json({ text: exchange.text, html: null })
    const file = mail.get(request.params.id.replace(/^AAMkDemo/, ''))
    if (!file || file.unreadable !== undefined) throw new AppError('not-found')
    response.json({ text: file.content.text, html: file.content.html })
  })
  routes.use('/demo/outlook', files(page, { index: false, redirect: false }))
  return routes
}
