import { Router, type Response } from 'express'
import { gmailIdsOf, readableLetters, toGmailJson, type DemoMail } from './demo-letters'
import type { DemoGoogle } from './demo-google'

/** What can be made to go wrong, for tests and for showing failure cards. `slow` answers after the client has given up. */
export type Trouble = 'none' | 'too-many' | 'broken' | 'slow'

const metadata = 'gmail.addons.current.message.metadata'
const action = 'gmail.addons.current.message.action'
const readonly = 'gmail.addons.current.message.readonly'

/** The part of Gmail's API that the add-on uses, as strict as the real one about both tokens and the scopes behind them. */
export function createGmailApiStandIn({ mail, google }: { mail: DemoMail; google: DemoGoogle }) {
  let trouble: Trouble = 'none'
  const asked: { id: string; format: string }[] = []
  const router = Router()

  const refuse = (response: Response, { status, reason, message }: { status: number; reason: string; message: string }) =>
    response.status(status).json({ error: { code: status, message, errors: [{ message, domain: 'global', reason }], status: reason } })

  router.get('/certs', (_request, response) => { response.set('Cache-Control', 'public, max-age=3600').json(google.jwks) })

  router.get('/gmail/v1/users/me/messages/:id', async (request, response) => {
    const id = request.params.id
    const format = String(request.query.format ?? 'full')
    asked.push({ id, format })
    if (asked.length > 1_000) asked.shift()
    if (trouble === 'too-many') return void refuse(response.set('Retry-After', '7'), { status: 429, reason: 'rateLimitExceeded', message: 'Too many requests' })
    if (trouble === 'broken') return void refuse(response, { status: 500, reason: 'backendError', message: 'Backend error' })
    if (trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, 6_000).unref())

    const scopes = google.scopesOf(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
    const message = google.messageOf(String(request.headers['x-goog-gmail-access-token'] ?? ''))
    if (!scopes || message === null) return void refuse(response, { status: 401, reason: 'authError', message: 'Invalid credentials' })
    const has = (name: string) => scopes.some((scope) => scope.endsWith(`/${name}`))
    const allowed = format === 'metadata' ? has(metadata) || has(action) || has(readonly) : has(action) || has(readonly)
    const file = readableLetters(mail).find((one) => [gmailIdsOf(one).hex, gmailIdsOf(one).event].includes(id))
    if (!file) return void refuse(response, { status: 404, reason: 'notFound', message: 'Requested entity was not found.' })
    if (!allowed || message !== gmailIdsOf(file).event) return void refuse(response, { status: 403, reason: 'insufficientPermissions', message: 'Insufficient permission' })
    const names = [request.query.metadataHeaders ?? []].flat().map(String)
    response.json(toGmailJson(file, { format, names, owner: mail.owner.address }))
  })

  return { router, asked, setTrouble(next: Trouble) { trouble = next } }
}
export type GmailApiStandIn = ReturnType<typeof createGmailApiStandIn>
