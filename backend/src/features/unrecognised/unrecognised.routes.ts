import { limits } from '@counterpane/shared/contract/parts'
import type { RouteName } from '@counterpane/shared/contract/routes'
import type { Db } from '../../platform/db/database'
import type { Api, Ask } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import { createDeciding } from './deciding.service'
import { createDecisionUndo } from './decision-undo.service'
import type { Carrying } from './decision-carrying'
import { createRecentDecisionsRepository } from './recent-decisions.repository'
import { createRecentDecisions } from './recent-decisions.service'
import type { SenderCatchUp } from './sender-catch-up'
import { createUnrecognised } from './unrecognised.service'
import type { UnrecognisedNeeds, Viewer } from './unrecognised.types'
import { createWaitingLetters } from './waiting-letters.repository'

const [usualGroups, usualDecisions] = [25, 20]

export function addUnrecognisedRoutes(api: Api, { db, clock, needs, catchUp, carrying }: { db: Db; clock: Clock; needs: UnrecognisedNeeds; catchUp: SenderCatchUp; carrying: Carrying }): void {
  const letters = createWaitingLetters(db)
  const unrecognised = createUnrecognised({ db, letters, catchUp, needs })
  const decide = createDeciding({ db, letters, catchUp, carrying, needs, clock, seenAddresses: unrecognised.addressKeysOf })
  const undo = createDecisionUndo({ db, needs, clock })
  const recent = createRecentDecisions({ decisions: createRecentDecisionsRepository(db), carrying })
  const viewerOf = ({ caller, locale }: Pick<Ask<RouteName>, 'caller' | 'locale'>): Viewer => ({ caller, locale, now: clock.now() })
  api.on('listUnrecognised', async (ask) => {
    const { limit = usualGroups, ...asked } = ask.query
    return { answer: await unrecognised.list(asked, limit, viewerOf(ask)) }
  })
  api.on('unrecognisedContacts', async (ask) => {
    const { limit = limits.pageDefault, ...asked } = ask.query
    return { answer: await unrecognised.contacts(asked, limit, viewerOf(ask)) }
  })
  api.on('recentDecisions', async (ask) => {
    const { limit = usualDecisions, cursor } = ask.query
    return { answer: await recent(limit, cursor, viewerOf(ask)) }
  })
  api.on('decideUnrecognised', async (ask) => ({ answer: await decide(ask.body, viewerOf(ask)) }))
  api.on('undoUnrecognised', async (ask) => ({ answer: await undo(ask.id, viewerOf(ask)) }))
}
