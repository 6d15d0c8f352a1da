import type { Page } from 'playwright-core'
import type { PageOptions } from '../support/browser'
import type { TestServer } from '../support/test-server'
import { openStand } from './pane-stand'

/** The stand-in whose browser has the server's clock: what was sent, planned or is overdue must look the same from both sides. High enough that the footer covers nothing. */
export function openAtServerTime(newPage: (options: PageOptions) => Promise<Page>, server: TestServer, options: Parameters<typeof openStand>[2] = {}) {
  const time = server.clock.now()
  return openStand(async (wanted) => {
    const page = await newPage(wanted)
    await page.clock.install({ time })
    return page
  }, server.url, { height: 1_600, now: time.getTime(), ...options })
}
