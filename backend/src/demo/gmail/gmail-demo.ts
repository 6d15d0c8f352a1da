import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { placeholderUrl } from '@counterpane/addin-gmail/placeholder-url'
import { createDemoGoogle } from './demo-google'
import { gmailIdsOf, type DemoMail } from './demo-letters'
import { demoManifests } from './demo-manifests'
import { presentDraft, sendWritten, writtenLetter } from './demo-outbox'
import { createDemoPeople } from './demo-people'
import { createGmailApiStandIn } from './gmail-api-stand-in'
import { eventOf, press, type Press } from './press-event'
import { refusalsOf } from './refused-answer'

export interface GmailDemoDeps {
  mail: DemoMail
  /** The audience of Google's calls is made of it. */
  publicUrl: string
  /** Where this very server listens; asked when a call is made. */
  serverUrl: () => string
  /** By which letters are sent: the one that the program tells the time by. */
  clock: { now(): Date }
}

const clientId = 'counterpane-demo.apps.googleusercontent.com'
const serviceAccount = 'service-000000000000@gcp-sa-gsuiteaddons.iam.gserviceaccount.com'
const pages = path.join(__dirname, 'page')
/** Gmail gives up on an add-on after so long. */
const patienceMs = 30_000

/** Gmail around the real add-on: its API on a port of its own, and a page that shows the cards. Everything is this machine's. */
export async function createGmailDemo({ mail, publicUrl, serverUrl, clock }: GmailDemoDeps) {
  const google = await createDemoGoogle({ clientId, serviceAccount })
  const api = createGmailApiStandIn({ mail, google, clock })
  const server = http.createServer(express().disable('x-powered-by').use(api.router))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  server.unref()
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = createDemoPeople(mail.owner)

  function threadOf(message: string): string {
    const file = api.letters().find((one) => gmailIdsOf(one).event === message)
    return `thread-f:${file ? BigInt(`0x${gmailIdsOf(file).thread}`) : message.slice(6)}`
  }

  /** Gmail's call of the add-on, with what it says or null when it says nothing. */
  async function call(asked: Press): Promise<{ status: number | null; answer: unknown }> {
    if (asked.trouble !== undefined) api.setTrouble(asked.trouble)
    await wait(asked.delayMs)
    if (asked.server === 'silent') return { status: null, answer: null }
    const at = `/gmail/${asked.endpoint}`
    try {
      const response = await fetch(`${serverUrl()}${at}`, {
        method: 'POST', signal: AbortSignal.timeout(patienceMs), body: JSON.stringify(await eventOf(asked, { google, people, threadOf })),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await google.systemToken(`${publicUrl}${at}`)}` },
      })
      return { status: response.status, answer: response.ok ? await response.json() : null }
    } catch {
      return { status: null, answer: null }
    }
  }

  const routes = Router()
  routes.get('/demo/gmail', (_request, response) => { response.sendFile(path.join(pages, 'gmail-preview.html')) })
  routes.get('/demo/gmail/messages', (_request, response) => {
    const items = api.letters().map((file) => {
      const { from, to, cc, subject, sentAt, receivedAt, text, html, attachments } = file.content
      return { id: gmailIdsOf(file).event, from, to, cc, subject, at: receivedAt ?? sentAt, text: text ?? withoutMarkup(html ?? ''), attachments: attachments.map(({ name, size }) => ({ name, size })) }
    })
    const signedIn = Object.fromEntries(Object.entries(people).map(([id, { name, email }]) => [id, { name, address: email }]))
    response.json({ owner: mail.owner, people: signedIn, scopes: demoManifests.usual, manifests: demoManifests, cardUrls: [placeholderUrl, publicUrl], items: items.sort((a, b) => (a.at < b.at ? 1 : -1)) })
  })
  routes.get('/demo/gmail/drafts/:id', (request, response) => {
    const draft = api.drafts().find(({ id }) => id === request.params.id)
    response.status(draft ? 200 : 404).json(draft ? presentDraft(draft) : { error: 'no such draft' })
  })
  routes.post('/demo/gmail/send', ownPageOnly, express.json({ limit: '1mb' }), async (request, response) => {
    const letter = writtenLetter.safeParse(request.body)
    const message = letter.success && letter.data.to.length > 0 ? await sendWritten(letter.data, api, mail.owner) : null
    response.json({ message })
  })
  routes.post('/demo/gmail/press', ownPageOnly, express.json({ limit: '1mb' }), async (request, response) => {
    const asked = press.safeParse(request.body)
    if (!asked.success) return void response.status(400).json({ error: 'not a press' })
    const startedAt = performance.now()
    const { status, answer } = await call(asked.data)
    response.json({ status, answer, findings: answer === null ? [] : refusalsOf(answer, asked.data), ms: Math.round(performance.now() - startedAt) })
  })
  routes.use('/demo/gmail', express.static(pages, { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }))

  return {
    routes, apiRoot, certsUrl: `${apiRoot}/certs`, clientId, serviceAccount, person: people.owner, google, api,
    close: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}
export type GmailDemo = Awaited<ReturnType<typeof createGmailDemo>>

function ownPageOnly(request: Request, response: Response, next: NextFunction) {
  if (request.headers['sec-fetch-site'] && request.headers['sec-fetch-site'] !== 'same-origin') return void response.status(403).json({ error: 'foreign page' })
  next()
}

/** For the reading pane only: what an HTML message says, as text. */
function withoutMarkup(html: string): string {
  return html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, '').replace(/<(br|\/p|\/div|\/tr)[^>]*>/gi, '\n').replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\n{3,}/g, '\n\n').trim()
}
