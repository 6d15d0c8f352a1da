import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Problem } from '@counterpane/shared/contract/problem'
import { fileRoutes } from '@counterpane/shared/contract/bytes-routes'
import { claimsOf } from '../../app/pane-api'
import { SignInRefused, type Session } from '../../session/pane-session'

interface Sender { session: Pick<Session, 'token' | 'signIn'>; locale: () => string }
/** A large file over a poor line takes its time; an answer that never comes has to end all the same. */
const timeoutMs = 300_000

/** Bytes of one attachment to the server, as the signed-in manager. An expired session is signed in again, once. Rejects as the API's calls do. */
export async function sendFile({ session, locale }: Sender, attachmentId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const [method, path] = fileRoutes.keepAttachment.split(' ') as [string, string]
  async function send() {
    const token = session.token()
    const headers = { 'content-type': 'application/octet-stream', accept: 'application/json', 'accept-language': locale(), ...(token && { authorization: `Bearer ${token}` }) }
    return fetch(path.replace('{id}', encodeURIComponent(attachmentId)), { method, headers, body: bytes, credentials: 'omit', signal: AbortSignal.timeout(timeoutMs) })
      .catch((error: unknown) => { throw new NoConnectionError('no answer', { cause: error }) })
  }
  await session.signIn()
  const refused = session.token()
  let response = await send()
  if (response.status === 401) {
    await session.signIn({ refused, claims: claimsOf(response.headers.get('www-authenticate')) })
    response = await send()
  }
  if (response.ok) return
  const problem = (await response.json().catch(() => null)) as Problem | null
  if (response.status === 401) throw new SignInRefused('refused', { code: problem?.code ?? '' })
  throw new ProblemError(problem?.code ? problem : { type: 'about:blank', title: `HTTP ${response.status}`, status: response.status, code: 'unreadable-answer', detail: '', reference: '' }, null)
}
