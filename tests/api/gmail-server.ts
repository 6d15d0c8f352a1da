import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { TestSeed } from '../support/database-template'
import { startTestServer } from '../support/test-server'

export interface Press { endpoint: 'homepage' | 'on-message' | 'action'; message: string | null; locale?: string; scopes?: string[]; parameters?: Record<string, string>; formInputs?: Record<string, unknown> }

/** The whole program with the demo's Gmail around the real add-on. */
export async function startGmailServer({ seed = 'team' }: { seed?: TestSeed } = {}) {
  const running = await startTestServer({ seed, demo: true })
  return {
    url: running.url,
    olga: await running.as('olga@demo.example'),
    /** What the preview page asks: the stand-in builds and signs Google's event and sends it to the real endpoint. */
    async press(asked: Press): Promise<AddonAnswer> {
      const response = await fetch(`${running.url}/demo/gmail/press`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ locale: 'en', timeZone: 'Europe/Moscow', ...asked }) })
      const { status, answer } = (await response.json()) as { status: number; answer: AddonAnswer | null }
      if (!answer) throw new Error(`the add-on answered ${status}`)
      return answer
    },
    /** Gmail's id of the first message that fits. */
    async messageOf(pattern: RegExp): Promise<string> {
      const { items } = (await (await fetch(`${running.url}/demo/gmail/messages`)).json()) as { items: { id: string; subject: string; from: { address: string } }[] }
      const found = items.find(({ subject, from }) => pattern.test(`${from.address} ${subject}`))
      if (!found) throw new Error(`no message like ${pattern}`)
      return found.id
    },
    close: () => running.close(),
  }
}
export type GmailServer = Awaited<ReturnType<typeof startGmailServer>>
