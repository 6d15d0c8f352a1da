import type { Api } from '../../platform/http/api'
import { createJournalDay, type JournalDayDeps } from './journal-day.service'

export function addJournalDayRoutes(api: Api, { clock, ...deps }: JournalDayDeps): void {
  const service = createJournalDay(deps)
  api.on('journalDay', ({ caller, locale, query }) => ({ answer: service.day(query, { caller, locale, now: clock.now() }) }))
  api.on('listReminders', ({ caller, query }) => ({ answer: { items: service.reminders(query, caller), nextCursor: null } }))
}
