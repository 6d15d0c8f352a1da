import type { Api } from '../../platform/http/api'
import type { Digests } from './digests.service'

export function addDigestsRoutes(api: Api, { digests }: { digests: Digests }): void {
  api.on('readDigest', async ({ caller, locale, query }) => ({ answer: await digests.read({ caller, locale, kind: query.kind ?? 'mine' }) }))
  api.on('sendDigest', async ({ caller, locale, body }) => {
    await digests.sendNow({ caller, locale, kind: body.kind ?? 'mine' })
    return { answer: undefined }
  })
}
