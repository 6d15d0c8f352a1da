import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { Environment } from '@counterpane/backend/config'
import type { AskedPress } from '../../backend/src/demo/gmail/press-event'
import type { TestSeed } from '../support/database-template'
import { startTestServer } from '../support/test-server'

/** What a test says of a press; the rest is an English Olga in Moscow who agreed to everything. */
export type Press = Omit<AskedPress, 'locale' | 'timeZone'> & Partial<Pick<AskedPress, 'locale' | 'timeZone'>>
interface Said { status: number | null; answer: AddonAnswer | null; findings: string[] }

/** The whole program with the demo's Gmail around the real add-on. */
export async function startGmailServer({ seed = 'team', settings }: { seed?: TestSeed; settings?: Environment } = {}) {
  const running = await startTestServer({ seed, demo: true, settings })
  return {
    url: running.url, running,
    olga: await running.as('olga@demo.example'),
    as: running.as, tokenOf: running.tokenOf, raw: running.raw,
    /** What the preview page asks: the stand-in builds and signs Google's event and sends it to the real endpoint. */
    async press(asked: Press): Promise<AddonAnswer> {
      const response = await fetch(`${running.url}/demo/gmail/press`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ locale: 'en', timeZone: 'Europe/Moscow', ...asked }) })
      const { status, answer, findings } = (await response.json()) as Said
      if (!answer) throw new Error(`the add-on answered ${status}`)
      if (findings.length > 0) throw new Error(`Gmail would refuse the answer:\n${findings.join('\n')}`)
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
