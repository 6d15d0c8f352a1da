import { Router } from 'express'
import { createSmtpSender } from './adapters/smtp/smtp-sender'
import { changesDepsOf } from './changes-composition'
import type { Composed } from './composition'
import type { World } from './world'
import type { ComposedFiles } from './files-composition'
import { addChangesRoutes } from './features/changes/changes.routes'
import { presentContact } from './features/contacts/contacts.presenter'
import { loadContacts } from './features/contacts/contact-rows'
import { addDigestsRoutes } from './features/digests/digests.routes'
import { createDigests } from './features/digests/digests.service'
import { addJournalRoutes } from './features/journal/journal.routes'
import { createJournalService } from './features/journal/journal.service'
import { addJournalDayRoutes } from './features/journal-day/journal-day.routes'
import { createJournalEvents } from './features/journal-events/journal-events.routes'
import { addSavedViewsRoutes } from './features/saved-views/saved-views.routes'
import { createTextCatchUp } from './platform/db/text-catch-up'

/** What team leads read: the journal's rows, sums and events, saved views, who changed what, the page of the day and its letters. */
export function composeJournal({ composed, files, world }: { composed: Composed; files: ComposedFiles; world: World }) {
  const { api, authenticate, cookieName, services, signals } = composed
  const { config, db, clock, log } = world
  const doors = { db, clock, log, authenticate, cookieName, publicUrl: config.PUBLIC_URL }
  const journal = createJournalService({ db, clock, listing: services.listing })
  addJournalRoutes(api, { service: journal, clock })
  addSavedViewsRoutes(api, { db, clock })
  addChangesRoutes(api, changesDepsOf({ composed, world }))
  addJournalDayRoutes(api, {
    db, clock, myDay: services.myDay,
    showContacts: (ids, { caller, locale, now }) => loadContacts(db.sql, ids).map((contact) => presentContact(contact, { callerId: caller.id, locale, now })),
  })
  const events = createJournalEvents({ ...doors, asRequest: composed.sights.asRequest, onChanged: signals.contactsChanged.listen })
  const sender = config.SMTP_URL ? createSmtpSender({ url: config.SMTP_URL, from: config.SMTP_FROM ?? 'counterpane@localhost' }) : null
  const digests = createDigests({ db, clock, log, publicUrl: config.PUBLIC_URL, sender, maySend: () => files.settings.get().digests.send, asSeenBy: composed.sights.asSeenBy })
  addDigestsRoutes(api, { digests })
  const textCatchUp = createTextCatchUp({ db, log })
  const routes = Router()
  routes.use(events.routes)
  return {
    routes, contactRows: journal.exportRows, digests, textCatchUp,
    /** Before the server waits for what is in flight: a stream of events never ends by itself. */
    endStreams: events.close,
    async close() {
      events.close()
      await Promise.all([digests.stop(), textCatchUp.stop()])
      sender?.close()
    },
  }
}
