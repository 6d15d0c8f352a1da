import { AppError } from '@counterpane/shared/errors/app-error'
import type { Api } from '../../platform/http/api'
import type { Sessions } from './sessions.service'

export function addSessionsRoutes(api: Api, { sessions }: { sessions: Sessions }): void {
  api.on('listSessions', ({ caller, token }) => ({ answer: { items: sessions.list(caller.id, token), nextCursor: null } }))
  // Somebody else's and one that has ended are answered alike.
  api.on('endSession', async ({ caller, id }) => {
    if (!(await sessions.endOwn(caller.id, id))) throw new AppError('not-found')
    return { answer: undefined }
  })
}
