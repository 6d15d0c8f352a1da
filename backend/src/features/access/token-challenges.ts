import { AppError } from '@counterpane/shared/errors/app-error'

/** What `WWW-Authenticate` says beside a refused token: RFC 6750, and Entra's claims challenge for a token that came too early. */
export const tokenRefused = () => new AppError('no-session', { challenge: 'Bearer error="invalid_token"' })
export const scopeMissing = () => new AppError('forbidden', { challenge: 'Bearer error="insufficient_scope", scope="access_as_user"' })

/** Asks the pane for a token issued at `notBefore` (ms) or later: https://learn.microsoft.com/entra/identity-platform/claims-challenge. */
export function newerTokenNeeded(notBefore: number): AppError {
  const claims = { access_token: { nbf: { essential: true, value: String(Math.ceil(notBefore / 1_000)) } } }
  const written = Buffer.from(JSON.stringify(claims)).toString('base64')
  return new AppError('no-session', { challenge: `Bearer error="insufficient_claims", claims="${written}"` })
}
