import type { Contact } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import type { MeetingDetails } from './meeting-details.service'

export interface MeetingDetailsRoutesDeps { service: MeetingDetails; showContact(id: string, viewer: { caller: Caller; locale: Locale }): Contact }

export function addMeetingDetailsRoutes(api: Api, { service, showContact }: MeetingDetailsRoutesDeps): void {
  api.on('contactCalendar', ({ caller, id }) => ({ answer: service.of(caller, id) }))
  api.on('keepApart', async ({ caller, id, locale }) => {
    await service.keepApart(id)
    return { answer: showContact(id, { caller, locale }) }
  })
  api.on('joinPast', async ({ caller, id, locale }) => ({ answer: showContact(await service.joinPast(caller, id), { caller, locale }) }))
}
