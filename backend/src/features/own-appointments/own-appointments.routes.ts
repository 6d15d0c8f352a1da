import type { Contact } from '@counterpane/shared/contract/contact'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Api } from '../../platform/http/api'
import type { Caller } from '../../platform/http/caller'
import type { OwnAppointments } from './own-appointments.service'

export interface OwnAppointmentsRoutesDeps { service: OwnAppointments; showContact(id: string, viewer: { caller: Caller; locale: Locale }): Contact }

export function addOwnAppointmentsRoutes(api: Api, { service, showContact }: OwnAppointmentsRoutesDeps): void {
  api.on('putInCalendar', async ({ caller, id, locale }) => {
    await service.put(caller, id)
    return { answer: showContact(id, { caller, locale }) }
  })
  api.on('takeFromCalendar', async ({ caller, id, locale }) => {
    await service.take(caller, id)
    return { answer: showContact(id, { caller, locale }) }
  })
}
