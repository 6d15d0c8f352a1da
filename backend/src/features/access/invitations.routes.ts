import { AppError } from '@counterpane/shared/errors/app-error'
import type { Api } from '../../platform/http/api'
import { limitSignIn } from '../../platform/http/rate-limits'
import type { Identities } from './identities.service'
import type { Invitations } from './invitations.service'
import type { ManagersRepository } from './managers.repository'
import type { EndSessions } from './signing-out.service'

export interface InvitationsRoutesDeps { managers: ManagersRepository; identities: Identities; invitations: Invitations; endSessions: EndSessions }

export function addInvitationsRoutes(api: Api, { managers, identities, invitations, endSessions }: InvitationsRoutesDeps): void {
  api.on('inviteManager', async ({ caller, id }) => {
    if (caller.role !== 'administrator') throw new AppError('forbidden')
    const manager = managers.findActive(id)
    if (!manager) throw new AppError('not-found')
    const { code, expiresAt } = await invitations.invite(id, caller.id)
    return { answer: { code, manager: { id, name: manager.name }, expiresAt: expiresAt.toISOString() } }
  })
  api.on('acceptInvitation', async ({ token, body }) => {
    const identity = await identities.identify({ token, via: 'bearer' })
    const managerId = await invitations.accept(identity, body.code)
    const manager = managers.findActive(managerId)
    if (!manager) throw new AppError('invitation-unknown')
    return { answer: manager }
  }, { open: identities.identify, before: [limitSignIn()] })
  api.on('endSessions', async ({ caller, id }) => {
    await endSessions(caller, id)
    return { answer: undefined }
  })
}
