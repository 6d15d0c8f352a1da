import { dirname, join, resolve } from 'node:path'
import { createFolderFileStore } from './adapters/file-store/folder-file-store'
import type { Composed } from './composition'
import type { World } from './world'
import type { Config } from './config'
import { createAttachmentsRepository } from './features/attachments/attachments.repository'
import { addAttachmentsRoutes } from './features/attachments/attachments.routes'
import { createAttachmentsService } from './features/attachments/attachments.service'
import type { AttachmentsNeeds } from './features/attachments/attachments.types'
import { createFileTickets } from './features/attachments/file-tickets'
import { createHandFiles } from './features/attachments/hand-files.service'
import { createOriginalsRepository } from './features/attachments/originals.repository'
import { createOriginalsService } from './features/attachments/originals.service'
import { createKeptReading } from './features/attachments/kept-reading'
import { sweepOrphans } from './features/attachments/sweep-orphans'
import { wordsSeen } from './platform/words-seen'
import { createContactsRepository } from './features/contacts/contacts.repository'
import { addSettingsRoutes } from './features/settings/settings.routes'
import { filePathOf } from './platform/db/connection'
import { createFileRoutes } from './platform/http/file-routes'

export interface FilesDeps { composed: Composed; world: World; secrets: readonly string[] }

/** Attachments whose bytes are kept, the ways back to the originals, and the settings that decide about both. */
export function composeFiles({ composed, world: { config, db, clock, log }, secrets }: FilesDeps) {
  const { api, authenticate, cookieName, settings, signals } = composed
  const store = createFolderFileStore(folderOf(config))
  const contacts = createContactsRepository(db)
  const needs: AttachmentsNeeds = {
    policy: settings.attachments, changed: signals.contactsChanged.ring,
    viewContact(id, callerId) {
      const contact = contacts.find(id)
      return contact && { masked: wordsSeen(contact, callerId) !== 'all', visibility: contact.visibility, registeredById: contact.registeredBy?.id ?? null, messageId: contact.messageId }
    },
  }
  const attachments = createAttachmentsRepository(db)
  const files = createFileRoutes({ authenticate, publicUrl: config.PUBLIC_URL, cookieName })
  addSettingsRoutes(api, { settings })
  const service = createAttachmentsService({ db, attachments, store, clock, needs })
  const handFiles = createHandFiles({ db, attachments, store, clock, needs })
  const originals = createOriginalsService({ originals: createOriginalsRepository(db), needs })
  const ticketed = addAttachmentsRoutes(api, files, {
    service, handFiles, originals, store, tickets: createFileTickets(secrets), publicUrl: config.PUBLIC_URL, clock,
  })

  /** In the background; gives a function that ends it and waits until it has. */
  function startSweeping(): () => Promise<void> {
    const end = new AbortController()
    const sweeping = sweepOrphans({ db, attachments, store, log }, { signal: end.signal }).catch((error: unknown) => log.warn({ error: String(error) }, 'left-over files could not be looked for'))
    return async () => { end.abort(); await sweeping }
  }
  return { routes: files.router, ticketed, startSweeping, attachments: service, readKept: createKeptReading({ service, store }), originals, policy: settings.attachments, calendarPolicy: settings.calendar, settings }
}
export type ComposedFiles = ReturnType<typeof composeFiles>

/** Beside the database, unless the settings name another place. */
export const folderOf = (config: Config) => resolve(config.COUNTERPANE_FILES ?? join(dirname(filePathOf(config.DATABASE_URL)), 'files'))
