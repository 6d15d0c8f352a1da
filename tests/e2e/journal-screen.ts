import type { Locator, Page } from 'playwright-core'
import type { TestServer } from '../support/test-server'

interface Arrival { as?: string; hash?: string }

/** Comes to the journal as somebody who is signed in already; the browser's clock is the server's. */
export async function openJournal(page: Page, server: TestServer, { as = 'olga@demo.example', hash = '' }: Arrival = {}): Promise<void> {
  await page.clock.setFixedTime(server.clock.now())
  await page.context().request.post(`${server.url}/api/session`, { data: { email: as }, headers: { origin: server.url } })
  await page.goto(`${server.url}/journal/${hash}`)
  await page.getByRole('main').waitFor()
}

/** The rows of the list, the header left out. */
export const rowsOf = (page: Page): Locator => page.getByRole('grid').locator('[data-index]')

/** What the first rows say in one column, once the list stands still. */
export async function cellsOf(page: Page, column: 'date' | 'client' | 'manager' | 'subject' | 'status' | 'method', count = 8): Promise<string[]> {
  const texts = await page.locator(`.jn-row .jn-c-${column}`).allInnerTexts()
  return texts.slice(0, count).map((text) => text.split('\n')[0]?.trim() ?? '')
}

/** How long a page may take on a machine that does other things beside: what never comes still fails. */
const patienceMs = 30_000

/** Waits until the list shows these subjects in this order. */
export async function expectSubjects(page: Page, subjects: string[]): Promise<void> {
  const wanted = subjects.map((subject) => subject.trim() || '(no subject)')
  let seen: string[] = []
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    seen = await page.locator('.jn-row .jn-subject-text').allInnerTexts()
    if (seen.length >= Math.min(wanted.length, 8) && JSON.stringify(seen.slice(0, wanted.length)) === JSON.stringify(wanted.slice(0, seen.length))) return
    await page.waitForTimeout(100)
  }
  expect(seen.slice(0, wanted.length)).toEqual(wanted.slice(0, seen.length))
}

/** Waits until something is so; what it is not says the last value, or why there was none. */
export async function eventually<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const isSo = async () => {
    try { return JSON.stringify(await read()) === JSON.stringify(wanted) } catch { return false }
  }
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(await read()).toEqual(wanted)
}
