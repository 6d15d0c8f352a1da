import { parse } from 'cookie'
import type { Request } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Credentials } from './caller'

export const cookieNameFor = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-counterpane' : 'counterpane')

/** Names under which tokens are sent in addresses, where logs, histories and the next page's referrer keep them. */
const tokenNames = new Set(['access_token', 'id_token', 'token'])

/** Bearer wins over the cookie; none gives null. A token in the address is refused, so that nobody gets used to sending it there. */
export function credentialsOf(request: Request, cookieName: string): Credentials | null {
  if (hasTokenInAddress(request.originalUrl)) throw new AppError('invalid-request', { detail: 'A token has no place in the address; send it as Authorization: Bearer' })
  const bearer = /^Bearer ([^\s]{1,8192})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return { token: bearer, via: 'bearer' }
  const token = request.headers.cookie === undefined ? undefined : parse(request.headers.cookie)[cookieName]
  return token ? { token, via: 'cookie' } : null
}

function hasTokenInAddress(address: string): boolean {
  const at = address.indexOf('?')
  return at >= 0 && [...new URLSearchParams(address.slice(at + 1)).keys()].some((name) => tokenNames.has(name.toLowerCase()))
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The CSRF defence of cookie sessions: every browser names the origin of a writing request (`Origin`, `Sec-Fetch-Site`), and only our own
 * may write. A caller with a bearer token carries its own proof.
 */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  if (safeMethods.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('foreign-origin')
  const origin = request.headers.origin
  if (origin === undefined) return
  const own = [new URL(publicUrl).origin, `http://${request.headers.host}`]
  // On loopback the page may be opened as localhost or 127.0.0.1; elsewhere only the public address counts.
  if (origin !== own[0] && !(publicUrl.startsWith('http://') && origin === own[1])) throw new AppError('foreign-origin')
}
