import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import type { PaneSignIn } from './entra-composition'

/** Which of our scripts classic Outlook may let speak to a server when it runs them without a page (learn.microsoft.com, "event-based add-ins: SSO or CORS"). */
export const allowedScripts = (publicUrl: string) => ({ allowed: [`${publicUrl}/outlook/launchevent.js`] })

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
const place = /(<meta\s+name="?counterpane-sign-in"?\s+content=)(?:"[^"]*"|'[^']*'|)(?=[\s>/])/

/** The page with how managers sign in here written into it. A page without that place stays as it is. */
export const withSignIn = (page: string, signIn: PaneSignIn): string => page.replace(place, (_all, before: string) => `${before}"${escaped(JSON.stringify(signIn))}"`)

/** Serves the built pages of the pane, each asked for anew: how to sign in may have changed. Everything else is left to who comes next. */
export function panePages(folder: string, signIn: PaneSignIn): RequestHandler {
  return async (request, response, next) => {
    const name = /^\/([a-z-]+\.html)$/.exec(request.path)?.[1]
    if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return next()
    const page = await readFile(join(folder, name), 'utf8').catch(() => null)
    if (page === null) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.type('html').send(withSignIn(page, signIn))
  }
}
