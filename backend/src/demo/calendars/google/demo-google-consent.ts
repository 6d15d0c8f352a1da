import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { GoogleAccounts } from './demo-google-accounts'

const question = z.object({
  client_id: z.string().min(1), redirect_uri: z.url(), response_type: z.literal('code'), scope: z.string().min(1), state: z.string().default(''), access_type: z.enum(['online', 'offline']).default('online'),
  code_challenge: z.string().regex(/^[\w-]{43}$/).optional(), code_challenge_method: z.literal('S256').optional(), login_hint: z.string().default(''), prompt: z.string().default(''),
})
const answer = question.extend({ account: z.string(), decision: z.enum(['allow', 'deny']) })
type Question = z.infer<typeof question>

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const isOurs = (address: string) => /^https:\/\//.test(address) || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(address)

/** Where a person lets a program read their calendar, or doesn't: Google's page, in its smallest form. */
export function createConsentPage({ accounts, mailboxes }: { accounts: GoogleAccounts; mailboxes(): readonly string[] }): Router {
  const router = Router()
  const refuse = (response: Response, words: string) => { response.status(400).type('html').send(pageOf('Error 400', `<h1>Error 400</h1><p>${escaped(words)}</p>`)) }

  function asked(request: Request, response: Response): Question | null {
    const read = question.safeParse(request.query)
    if (!read.success) return refuse(response, `invalid_request: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`) ?? null
    if (!isOurs(read.data.redirect_uri)) return refuse(response, 'redirect_uri_mismatch') ?? null
    if (read.data.code_challenge !== undefined && read.data.code_challenge_method === undefined) return refuse(response, 'invalid_request: code_challenge_method') ?? null
    return read.data
  }

  router.get('/o/oauth2/v2/auth', (request, response) => {
    const said = asked(request, response)
    if (said) response.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" }).type('html').send(drawQuestion(said, mailboxes()))
  })
  router.post('/o/oauth2/v2/auth', express.urlencoded({ extended: false, limit: '64kb' }), (request, response) => {
    const said = answer.safeParse(request.body)
    if (!said.success || !isOurs(said.data.redirect_uri) || !mailboxes().includes(said.data.account)) return refuse(response, 'invalid_request')
    const { redirect_uri: redirectUri, state, scope, decision, account, client_id: clientId, code_challenge: challenge, access_type: type } = said.data
    const back = new URL(redirectUri)
    if (state) back.searchParams.set('state', state)
    if (decision === 'deny') back.searchParams.set('error', 'access_denied')
    else {
      back.searchParams.set('code', accounts.agree({ mailbox: account, scopes: scope.split(' '), clientId, redirectUri, challenge: challenge ?? null, offline: type === 'offline' }))
      back.searchParams.set('scope', scope)
    }
    response.redirect(302, back.href)
  })
  return router
}

function drawQuestion(said: Question, mailboxes: readonly string[]): string {
  const kept = Object.entries(said).map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(String(value))}">`).join('')
  const hinted = said.login_hint.toLowerCase()
  const options = mailboxes.map((mailbox) => `<option${mailbox === hinted ? ' selected' : ''}>${escaped(mailbox)}</option>`).join('')
  const scopes = said.scope.split(' ').map((scope) => `<li>${escaped(scope)}</li>`).join('')
  return pageOf('Sign in · demo', `<h1>Counterpane wants access to your Google Account</h1>
<p lang="ru">Counterpane запрашивает доступ к вашему аккаунту Google</p>
<ul>${scopes}</ul>
<form method="post">${kept}<label>Account · Аккаунт <select name="account">${options}</select></label>
<p><button name="decision" value="deny">Deny · Отклонить</button> <button name="decision" value="allow">Allow · Разрешить</button></p></form>
<p><small>A stand-in for Google in the demo. Nothing leaves this machine.</small></p>`)
}

function pageOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escaped(title)}</title><link rel="icon" href="data:,">
<style>body{font:16px/24px system-ui,sans-serif;max-width:28rem;margin:8vh auto;padding:0 16px;overflow-wrap:anywhere}h1{font-size:22px;line-height:28px}select,button{font:inherit;padding:6px 12px;max-width:100%}label{display:grid;gap:4px}</style></head><body><main>${body}</main></body></html>`
}
