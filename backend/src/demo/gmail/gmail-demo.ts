import { createHash } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import express, { Router } from 'express'
import { z } from 'zod'
import { placeholderUrl } from '@counterpane/addin-gmail/placeholder-url'
import { gmailIdsOf, readableLetters, type DemoMail } from './demo-letters'
import { allScopes, createDemoGoogle } from './demo-google'
import { createGmailApiStandIn } from './gmail-api-stand-in'

export interface GmailDemoDeps {
  mail: DemoMail
  /** The audience of Google's calls is made of it. */
  publicUrl: string
  /** Where this very server listens; asked when a call is made. */
  serverUrl: () => string
}

const clientId = 'counterpane-demo.apps.googleusercontent.com'
const serviceAccount = 'service-000000000000@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'
const pages = path.join(__dirname, 'page')

const press = z.strictObject({
  endpoint: z.enum(['homepage', 'on-message', 'on-compose', 'action']),
  message: z.string().max(100).nullable(),
  locale: z.string().max(20), timeZone: z.string().max(100), scopes: z.array(z.string().max(200)).max(20).nullish(),
  parameters: z.record(z.string(), z.string()).optional(), formInputs: z.record(z.string(), z.unknown()).optional(),
})

/** Gmail around the real add-on: its API on a port of its own, and a page that shows the cards. Everything is this machine's. */
export async function createGmailDemo({ mail, publicUrl, serverUrl }: GmailDemoDeps) {
  const google = await createDemoGoogle({ clientId, serviceAccount })
  const api = createGmailApiStandIn({ mail, google })
  const server = http.createServer(express().disable('x-powered-by').use(api.router))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  server.unref()
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const person = { sub: createHash('sha256').update(mail.owner.address).digest('hex').slice(0, 21), email: mail.owner.address }

  /** Google's event object as it comes from Gmail, for this person and this message. */
  async function eventOf({ message, locale, timeZone, scopes, parameters, formInputs }: z.output<typeof press>) {
    const granted = scopes ?? allScopes
    const named = granted.some((scope) => scope.endsWith('/userinfo.email'))
    return {
      commonEventObject: { userLocale: locale, hostApp: 'GMAIL', platform: 'WEB', timeZone: { id: timeZone, offset: 0 }, ...(parameters && { parameters }), ...(formInputs && { formInputs }) },
      authorizationEventObject: { userOAuthToken: google.grant(granted), ...(named && { userIdToken: await google.userToken(person) }), authorizedScopes: granted },
      ...(message && { gmail: { messageId: message, threadId: `thread-f:${message.slice(6)}`, accessToken: google.messageToken(message) } }),
    }
  }

  const routes = Router()
  routes.get('/demo/gmail', (_request, response) => { response.sendFile(path.join(pages, 'gmail-preview.html')) })
  routes.get('/demo/gmail/messages', (_request, response) => {
    const items = readableLetters(mail).map((file) => {
      const { from, to, subject, sentAt, receivedAt, text, html, attachments } = file.content
      return { id: gmailIdsOf(file).event, from, to, subject, at: receivedAt ?? sentAt, text: text ?? withoutMarkup(html ?? ''), attachments: attachments.map(({ name, size }) => ({ name, size })) }
    })
    response.json({ owner: mail.owner, scopes: allScopes, cardUrls: [placeholderUrl, publicUrl], items: items.sort((a, b) => (a.at < b.at ? 1 : -1)) })
  })
  routes.post('/demo/gmail/press', express.json({ limit: '1mb' }), async (request, response) => {
    if (request.headers['sec-fetch-site'] && request.headers['sec-fetch-site'] !== 'same-origin') return void response.status(403).json({ error: 'foreign page' })
    const asked = press.safeParse(request.body)
    if (!asked.success) return void response.status(400).json({ error: 'not a press' })
    const at = `/gmail/${asked.data.endpoint}`
    const answer = await fetch(`${serverUrl()}${at}`, {
      method: 'POST', signal: AbortSignal.timeout(30_000), body: JSON.stringify(await eventOf(asked.data)),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await google.systemToken(`${publicUrl}${at}`)}` },
    })
    response.status(answer.ok ? 200 : 502).json({ status: answer.status, answer: answer.ok ? await answer.json() : null })
  })
  routes.use('/demo/gmail', express.static(pages, { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }))

  return {
    routes, apiRoot, certsUrl: `${apiRoot}/certs`, clientId, serviceAccount, person, google, api,
    close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}
export type GmailDemo = Awaited<ReturnType<typeof createGmailDemo>>

/** For the reading pane only: what an HTML message says, as text. */
function withoutMarkup(html: string): string {
  return html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, '').replace(/<(br|\/p|\/div|\/tr)[^>]*>/gi, '\n').replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\n{3,}/g, '\n\n').trim()
}
