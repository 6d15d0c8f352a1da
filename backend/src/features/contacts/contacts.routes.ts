import type { z } from 'zod'
import type { listContacts } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Api, Ask } from '../../platform/http/api'
import type { Clock } from '../../ports/clock'
import type { RouteName } from '@counterpane/shared/contract/routes'
import { limits } from '@counterpane/shared/contract/parts'
import { presentContact } from './contacts.presenter'
import type { ContactRecord } from './contact-record'
import type { ContactPage } from './contacts.repository'
import type { ContactsService } from './contacts.service'
import type { RecordOutcomes } from './many-outcomes.service'

export type ContactsAsked = z.output<typeof listContacts>
/** The journal's reading of the same contacts. */
export type ListContacts = (asked: ContactsAsked, limit: number, reading: { callerId: string; now: Date; locale: Locale }) => Promise<ContactPage>
export interface ContactsRoutesDeps { service: ContactsService; recordOutcomes: RecordOutcomes; list: ListContacts; clock: Clock }

export function addContactsRoutes(api: Api, { service, recordOutcomes, list, clock }: ContactsRoutesDeps): void {
  const show = (contact: ContactRecord, { caller, locale }: Pick<Ask<RouteName>, 'caller' | 'locale'>) => {
    const answer = presentContact(contact, { callerId: caller.id, locale, now: clock.now() })
    return { answer, headers: { ETag: answer.etag } }
  }
  api.on('listContacts', async (ask) => {
    const reading = { callerId: ask.caller.id, now: clock.now(), locale: ask.locale }
    const page = await list(ask.query, ask.query.limit ?? limits.pageDefault, reading)
    return { answer: { items: page.contacts.map((contact) => presentContact(contact, reading)), nextCursor: page.nextCursor } }
  })
  api.on('getContact', (ask) => show(service.get(ask.id), ask))
  api.on('createContact', async (ask) => show(await service.create(ask.caller, ask.body), ask), { limit: 'contacts' })
  api.on('patchContact', async (ask) => show(await service.patch(ask.caller, ask.id, ask), ask), { limit: 'contacts' })
  api.on('planNext', async (ask) => show(await service.planNext(ask.caller, ask.id, ask.body), ask), { limit: 'contacts' })
  api.on('recordOutcome', async (ask) => show(await service.recordOutcome(ask.caller, ask.id, ask.body), ask), { limit: 'contacts' })
  api.on('recordOutcomes', async ({ caller, body }) => ({ answer: await recordOutcomes(caller, body) }), { limit: 'contacts' })
  api.on('cancelContact', async (ask) => show(await service.cancel(ask.caller, ask.id, ask.body.reason), ask))
  api.on('undoContact', async (ask) => show(await service.undo(ask.caller, ask.id), ask))
}
