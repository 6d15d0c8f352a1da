import { serialize } from 'cookie'
import type { Dictionaries, Manager } from '@counterpane/shared/contract/access'
import type { Locale, SightLevel } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import type { ManagersRepository } from './managers.repository'
import type { Profile } from './profile.service'
import type { Sessions } from './sessions.service'

export interface AccessRoutesDeps { managers: ManagersRepository; dictionaries: (locale: Locale) => Dictionaries; sessions: Sessions; profile: Profile; cookieName: string; secureCookie: boolean; demo: boolean; sightOf: SightOf }
/** Whose clients they see. */
export type SightOf = (caller: Caller) => SightLevel

export function addAccessRoutes(api: Api, { managers, dictionaries, sessions, profile, cookieName, secureCookie, demo, sightOf }: AccessRoutesDeps): void {
  // How long, not until when: a browser whose clock is not ours would throw away at once what has a date.
  const cookie = (value: string, maxAge: number) => serialize(cookieName, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookie, maxAge })

  const asMe = (manager: Manager) => ({ ...manager, sight: sightOf({ ...manager, teamId: manager.team?.id ?? null }) })

  if (demo) {
    api.on('signIn', async ({ body, request }) => {
      const address = parseAddress(body.email)
      const manager = address && managers.findByAddress(address.addressKey)
      if (!manager) throw new AppError('not-found', { detail: 'No manager of the demo has this address' })
      const { token } = await sessions.open(manager.id, request.headers['user-agent'])
      return { answer: { manager: asMe(manager), token }, headers: { 'Set-Cookie': cookie(token, sessions.absoluteMs / 1_000) } }
    }, { open: true })
    api.on('demoManagers', () => ({ answer: { items: managers.list().map(({ id, name, email, role }) => ({ id, name, email, role })), nextCursor: null } }), { open: true })
  }
  api.on('signOut', async ({ token }) => {
    await sessions.end(token)
    return { answer: undefined, headers: { 'Set-Cookie': cookie('', 0) } }
  })
  api.on('me', ({ caller }) => ({ answer: asMe(profile.get(caller.id)) }))
  api.on('patchMe', async ({ caller, body }) => ({ answer: asMe(await profile.change(caller.id, body)) }))
  api.on('listManagers', () => ({ answer: { items: managers.list(), nextCursor: null } }))
  api.on('dictionaries', ({ locale }) => ({ answer: dictionaries(locale) }))
}
