import type { Api, Ask } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { RouteName } from '@counterpane/shared/contract/routes'
import { limits } from '@counterpane/shared/contract/parts'
import { presentContact } from './contacts.presenter'
import type { ContactRecord } from './contact-record'
import type { ContactsRepository } from './contacts.repository'
import type { ContactsService } from './contacts.service'
import type { RecordOutcomes } from './many-outcomes.service'

export interface ContactsRoutesDeps { service: ContactsService; recordOutcomes: RecordOutcomes; contacts: ContactsRepository; clock: Clock }

export function addContactsRoutes(api: Api, { service, recordOutcomes, contacts, clock }: ContactsRoutesDeps): void {
  const show = (contact: ContactRecord, { caller, locale }: Pick<Ask<RouteName>, 'caller' | 'locale'>) => {
    const answer = presentContact(contact, { callerId: caller.id, locale, now: clock.now() })
    return { answer, headers: { ETag: answer.etag } }
  }
  api.on('listContacts', (ask) => {
    const reading = { callerId: ask.caller.id, now: clock.now() }
    const page = contacts.list(ask.query, ask.query.limit ?? limits.pageDefault, reading)
    return { answer: { items: page.contacts.map((contact) => presentContact(contact, { ...reading, locale: ask.locale })), nextCursor: page.nextCursor } }
  })
  api.on('getContact', (ask) => show(service.get(ask.id), ask))
  api.on('createContact', async (ask) => show(await service.create(ask.caller, ask.body), ask), { limit: 'contacts' })
  api.on('patchContact', async (ask) => show(await service.patch(ask.caller, ask.id, ask), ask), { limit: 'contacts' })
  api.on('planNext', async (ask) => show(await service.planNext(ask.caller, ask.id, ask.body), ask), { limit: 'contacts' })
  api.on('recordOutcome', async (ask) => show(await service.recordOutcome(ask.caller, ask.id, ask.body), ask), { limit: 'contacts' })
  api.on('recordOutcomes', async ({ caller, body }) => ({ answer: { results: await recordOutcomes(caller, body) } }), { limit: 'contacts' })
  api.on('cancelContact', async (ask) => show(await service.cancel(ask.caller, ask.id, ask.body.reason), ask))
  api.on('undoContact', async (ask) => show(await service.undo(ask.caller, ask.id), ask))
}
