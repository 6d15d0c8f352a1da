import { limits } from '@counterpane/shared/contract/parts'
import type { Api } from '../../platform/http/api'
import type { PersonalData } from './personal-data.service'

export function addPersonalDataRoutes(api: Api, { personalData }: { personalData: PersonalData }): void {
  api.on('findPersonalData', async ({ body }) => ({ answer: await personalData.find(body) }))
  api.on('listPersonalDataReports', ({ query: { cursor, limit = limits.pageDefault } }) => ({ answer: personalData.reports({ cursor, limit }) }))
  api.on('exportPersonalData', async ({ caller, id }) => ({ answer: await personalData.export(caller, id) }))
  api.on('erasePersonalData', async ({ caller, id, body }) => ({ answer: await personalData.erase(caller, id, body.confirm) }))
}
