import type { Locale } from '@counterpane/shared/domain/codes'
import { entraVerifier } from './entra-composition'
import { addAccessRoutes } from './features/access/access.routes'
import { createIdentitiesRepository } from './features/access/identities.repository'
import { createIdentities } from './features/access/identities.service'
import { addInvitationsRoutes } from './features/access/invitations.routes'
import { createInvitations } from './features/access/invitations.service'
import { createManagersRepository } from './features/access/managers.repository'
import { createProfile } from './features/access/profile.service'
import { createSessionsRepository } from './features/access/sessions.repository'
import { createSessions, sessionLimits } from './features/access/sessions.service'
import { createAuthenticate, createEndSessions } from './features/access/signing-out.service'
import { createSights } from './platform/visibility/sights'
import { createSuppressions } from './features/personal-data/suppression'
import { markForFullRound } from './features/calendar-sync/mailboxes.repository'
import { createSettingsRepository } from './features/settings/settings.repository'
import { createSettingsService } from './features/settings/settings.service'
import { createApi } from './platform/http/api'
import { cookieNameFor } from './platform/http/credentials'
import { machineClock } from './ports/clock'
import type { World } from './world'

/** Who may come in and what they may see: managers, sessions, identities, settings, sight; and the API that lets nobody else in. */
export function composeAccess({ config, db, clock, log }: World) {
  const cookieName = cookieNameFor(config.PUBLIC_URL)
  const managers = createManagersRepository(db)
  const sessions = createSessions({ sessions: createSessionsRepository(db), clock, absoluteMs: sessionLimits.absolute[config.MODE === 'production' ? 'production' : 'demo'] })
  const identities = createIdentities({
    db, identities: createIdentitiesRepository(db), clock, log, verifier: entraVerifier(config), managerAtFirstSight: config.MODE === 'demo' ? managers.findByAddress : null,
  })
  const settings = createSettingsService({ db, settings: createSettingsRepository(db), clock, log, onCalendarPolicy: markForFullRound, mailServer: config.SMTP_URL !== undefined })
  const dictionaries = (locale: Locale) => ({ ...managers.dictionaries(locale), resultTemplates: settings.resultTemplates(locale) })
  const profile = createProfile({ managers })
  const invitations = createInvitations({ db, clock })
  const sights = createSights({ sql: db.sql, rules: settings.visibility })
  const authenticate = sights.around(createAuthenticate({ sessions, identities }))
  const suppressions = createSuppressions({ sql: db.sql, secrets: config.COUNTERPANE_SECRET?.split(',') ?? [] })
  const api = createApi({ authenticate, publicUrl: config.PUBLIC_URL, cookieName })
  return {
    api, cookieName, managers, settings, dictionaries, identities, invitations, profile, sessions, sights, authenticate, suppressions,
    addRoutes() {
      addAccessRoutes(api, { managers, dictionaries, sessions, profile, cookieName, secureCookie: config.PUBLIC_URL.startsWith('https:'), demo: config.MODE !== 'production', sightOf: sights.levelOf })
      addInvitationsRoutes(api, { managers, identities, invitations, endSessions: createEndSessions({ db, managers, clock, machine: machineClock }) })
    },
  }
}
export type Access = ReturnType<typeof composeAccess>
