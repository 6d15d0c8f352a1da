import type { Api } from '../../platform/http/api'
import type { SettingsService } from './settings.service'

export function addSettingsRoutes(api: Api, { settings }: { settings: SettingsService }): void {
  api.on('getSettings', () => ({ answer: settings.get() }))
  api.on('putSettings', async ({ caller, body, ifMatch }) => ({ answer: await settings.put(caller, body, ifMatch) }))
}
