import type { RouteName } from '@counterpane/shared/contract/routes'
import type { Api, Ask } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { JournalService } from './journal.service'
import type { JournalViewer } from './journal.types'

const usualRows = 100

export function addJournalRoutes(api: Api, { service, clock }: { service: JournalService; clock: Clock }): void {
  const viewerOf = ({ caller, locale }: Pick<Ask<RouteName>, 'caller' | 'locale'>): JournalViewer => ({ callerId: caller.id, locale, now: clock.now() })
  api.on('listJournal', async (ask) => {
    const { sort, limit = usualRows, cursor, ...filter } = ask.query
    return { answer: await service.rows(filter, { sort, limit, cursor }, viewerOf(ask)) }
  })
  api.on('countJournal', async (ask) => ({ answer: await service.count(ask.query, viewerOf(ask)) }))
  api.on('journalStrip', async (ask) => ({ answer: await service.strip(ask.query, viewerOf(ask)) }))
  api.on('journalGroups', async (ask) => {
    const { by, timeZone, ...filter } = ask.query
    return { answer: await service.groups(filter, { by, timeZone }, viewerOf(ask)) }
  })
}
