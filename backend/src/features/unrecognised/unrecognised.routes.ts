import { limits } from '@counterpane/shared/contract/parts'
import type { RouteName } from '@counterpane/shared/contract/routes'
import type { Db } from '../../platform/db/database'
import type { Api, Ask } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import { createDeciding } from './deciding.service'
import { createDecisionUndo } from './decision-undo.service'
import { createUnrecognised } from './unrecognised.service'
import type { UnrecognisedNeeds, Viewer } from './unrecognised.types'
import { createWaitingLetters } from './waiting-letters.repository'

const usualGroups = 25

export function addUnrecognisedRoutes(api: Api, { db, clock, needs }: { db: Db; clock: Clock; needs: UnrecognisedNeeds }): void {
  const letters = createWaitingLetters(db)
  const unrecognised = createUnrecognised({ db, letters, needs })
  const decide = createDeciding({ db, letters, needs, clock, seenAddresses: unrecognised.addressKeysOf })
  const undo = createDecisionUndo({ db, needs, clock })
  const viewerOf = ({ caller, locale }: Pick<Ask<RouteName>, 'caller' | 'locale'>): Viewer => ({ caller, locale, now: clock.now() })
  api.on('listUnrecognised', async (ask) => {
    const { limit = usualGroups, ...asked } = ask.query
    return { answer: await unrecognised.list(asked, limit, viewerOf(ask)) }
  })
  api.on('unrecognisedContacts', async (ask) => {
    const { limit = limits.pageDefault, ...asked } = ask.query
    return { answer: await unrecognised.contacts(asked, limit, viewerOf(ask)) }
  })
  api.on('decideUnrecognised', async (ask) => ({ answer: await decide(ask.body, viewerOf(ask)) }))
  api.on('undoUnrecognised', async (ask) => ({ answer: await undo(ask.id, viewerOf(ask)) }))
}
