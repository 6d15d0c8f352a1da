import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { entraIds } from './entra-authority'
import { root } from './repository-files'

const redirectUri = 'http://127.0.0.1/back'

/** A certified provider in a process of its own; `signIn` is a person at its pages: name, consent, the code, and the tokens for it. */
export async function startCertifiedProvider() {
  const given = JSON.stringify({ tenant: entraIds.tenant, client: entraIds.client, oid: entraIds.olga, redirectUri })
  const child = spawn(process.execPath, [path.join(root, 'tests/support/certified-provider.mjs'), given], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => { throw new Error('the provider did not start') })])) as [Buffer]
  const { origin, resource } = JSON.parse(line.toString()) as { origin: string; resource: string }
  const issuer = `${origin}/${entraIds.tenant}/v2.0`

  async function signIn(): Promise<{ accessToken: string; idToken: string }> {
    const verifier = randomBytes(32).toString('base64url')
    const asked = new URLSearchParams({
      client_id: entraIds.client, response_type: 'code', redirect_uri: redirectUri, scope: 'openid profile access_as_user', resource, state: 's-1', nonce: 'n-1',
      code_challenge_method: 'S256', code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    })
    const code = await codeFrom(`${issuer}/auth?${asked}`)
    const form = new URLSearchParams({ grant_type: 'authorization_code', client_id: entraIds.client, code, redirect_uri: redirectUri, code_verifier: verifier, resource })
    const tokens = (await (await fetch(`${issuer}/token`, { method: 'POST', body: form })).json()) as { access_token: string; id_token: string }
    return { accessToken: tokens.access_token, idToken: tokens.id_token }
  }

  return { origin, signIn, close: async () => { child.kill(); await once(child, 'exit') } }
}

/** Walks through the provider's pages as a browser does, with its cookies, until it is sent back with the code. */
async function codeFrom(start: string): Promise<string> {
  const cookies = new Map<string, string>()
  const open = async (url: string, body?: URLSearchParams) => {
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }, ...(body && { method: 'POST', body }) })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  let url = start
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(redirectUri)) break
    let answer = await open(url)
    if (answer.status === 200) {
      const page = await answer.text()
      const [action = '', prompt = ''] = [/<form[^>]*action="([^"]+)"/.exec(page)?.[1], /name="prompt" value="(\w+)"/.exec(page)?.[1]]
      answer = await open(new URL(action, url).href, new URLSearchParams({ prompt, login: 'olga', password: 'any' }))
    }
    url = new URL(answer.headers.get('location') ?? '', url).href
  }
  const code = new URL(url).searchParams.get('code')
  if (!code) throw new Error('the provider gave no code')
  return code
}
