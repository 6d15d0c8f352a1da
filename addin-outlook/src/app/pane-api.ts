import { type AnswerOf, type Call, type HttpClient, ProblemError } from '@counterpane/shared/contract/http-client'
import type { RouteName } from '@counterpane/shared/contract/routes'
import { SignInRefused, type Session } from '../session/pane-session'

export type PaneApi = <N extends RouteName>(name: N, options?: Call<N>) => Promise<AnswerOf<N>>
type Session401 = Pick<Session, 'token' | 'signIn'>

/**
 * Calls as the signed-in manager. A token that the server refuses is replaced, once, by what it asks for; what is refused then is refused. No other
 * answer, and no missing one, touches the session.
 */
export function createPaneApi(call: HttpClient, session: Session401, onFailure: (name: RouteName, error: unknown) => void = () => undefined): PaneApi {
  return async (name, options) => {
    try {
      await session.signIn()
      const refused = session.token()
      return await call(name, options).catch(async (error: unknown) => {
        if (!isRefusal(error)) throw error
        await session.signIn({ refused, claims: claimsOf(error.challenge) })
        return await call(name, options).catch((again: unknown) => { throw isRefusal(again) ? new SignInRefused('refused', { code: again.problem.code }) : again })
      })
    } catch (error) {
      if (options?.signal?.aborted !== true) onFailure(name, error)
      throw error
    }
  }
}

const isRefusal = (error: unknown): error is ProblemError => error instanceof ProblemError && error.problem.status === 401

/** The claims that a challenge names (https://learn.microsoft.com/entra/identity-platform/claims-challenge), as JSON; null when it names none that can be read. */
export function claimsOf(challenge: string | null): string | null {
  const written = /\bclaims="([A-Za-z0-9+/=_-]+)"/.exec(challenge ?? '')?.[1]
  if (!written) return null
  try {
    const bytes = Uint8Array.from(atob(written.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
    const claims = new TextDecoder().decode(bytes)
    JSON.parse(claims)
    return claims
  } catch { return null }
}
