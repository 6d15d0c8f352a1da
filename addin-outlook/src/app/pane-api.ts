import { type AnswerOf, type Call, type HttpClient, ProblemError } from '@counterpane/shared/contract/http-client'
import type { RouteName } from '@counterpane/shared/contract/routes'
import { SignInRefused, type Session } from '../session/pane-session'

export type PaneApi = <N extends RouteName>(name: N, options?: Call<N>) => Promise<AnswerOf<N>>

/** Calls as the signed-in manager. An expired session is signed in again, once; what is refused then is refused. */
export function createPaneApi(call: HttpClient, session: Session): PaneApi {
  return async (name, options) => {
    await session.signIn()
    try {
      return await call(name, options)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status !== 401) throw error
      await session.signIn({ afresh: true })
      return await call(name, options).catch((again: unknown) => {
        throw again instanceof ProblemError && again.problem.status === 401 ? new SignInRefused(again.problem.title) : again
      })
    }
  }
}
