import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { sortKeys, type PlainContact } from '../api/journal-oracle'
import { root } from '../support/repository-files'
import { startTestServer, type TestServer } from '../support/test-server'

/** A hundred thousand contacts, and of everything else as much as the demo has beside each of its own. */
const sizes = { managers: 12, counterparties: 2_000, persons: 6_000, contacts: 100_000, tasks: 7_500 }
const lock = path.join(root, '.cache/large-seed.lock')

function isAlive(pid: number): boolean {
  try { return process.kill(pid, 0) } catch { return false }
}

/** To make so many rows takes half a minute of a processor: of test files that begin at once one makes them, the others wait for it. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      const holder = Number(fs.existsSync(lock) && fs.readFileSync(lock, 'utf8'))
      if (holder > 0 && !isAlive(holder)) fs.rmSync(lock, { force: true })
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try { return await work() } finally { fs.rmSync(lock, { force: true }) }
}

export const startLargeServer = (): Promise<TestServer> => alone(() => startTestServer({ seed: sizes }))
/** For the hook that starts it: making the rows on a busy machine. */
export const patience = 300_000
export const thousands = new Intl.NumberFormat('en-GB')

/** One row as somebody reads it: when, what about, with whom, whose. */
export type SeenRow = readonly [index: number, startsAt: string, subject: string, client: string, manager: string]
/** Runs in the page. */
function readRows(): SeenRow[] {
  const words = (row: Element, selector: string) => row.querySelector(selector)?.textContent?.trim() ?? ''
  return Array.from(document.querySelectorAll<HTMLElement>('.jn-grid [data-row]'), (row) => [
    Number(row.dataset.index), row.querySelector('.jn-c-date time')?.getAttribute('datetime') ?? '', words(row, '.jn-subject-text'), words(row, '.jn-c-client'), words(row, '.jn-c-manager'),
  ])
}
export const seenRows = (page: Page): Promise<SeenRow[]> => page.evaluate(readRows)

/** What the row must say; who may not read the subject sees that there is none. */
function saidOf(row: PlainContact): [string, string, string, string] {
  const subject = row.subjectSeen ? row.subject.trim() : ''
  return [new Date(row.startsAt).toISOString(), subject || '(no subject)', row.names.counterparty || 'Without a client', row.names.manager || '–']
}

/** As SQLite compares: numbers, or texts by their bytes. */
const compare = (a: number | Buffer, b: number | Buffer) => (typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) || 0 : Buffer.compare(a, b))
/** The contacts in the order that the list must have; what is alike stands by time, the newest first. */
export function sortedRows(rows: readonly PlainContact[], sort = '-startsAt'): PlainContact[] {
  const keyOf = sortKeys[sort.replace('-', '')]
  const way = sort.startsWith('-') ? -1 : 1
  const ties = sort.endsWith('startsAt') ? way : -1
  const keyed = rows.map((row) => {
    const key = keyOf?.(row) ?? 0
    return { row, key: typeof key === 'number' ? key : Buffer.from(key), id: Buffer.from(row.id) }
  })
  return keyed.sort((a, b) => way * (a.key === b.key ? 0 : compare(a.key, b.key)) || ties * (a.row.startsAt - b.row.startsAt) || ties * compare(a.id, b.id)).map(({ row }) => row)
}

/** Holds every row that was seen against the contact that must stand there; `from` is the index of the first of them. */
export function expectRows(seen: readonly SeenRow[], wanted: readonly PlainContact[], from = 0): void {
  expect(seen.length).toBeGreaterThan(0)
  const should = seen.map(([index, startsAt]) => {
    const row = wanted[index - from]
    if (!row) return [index, 'no row']
    const [at, ...words] = saidOf(row)
    return [index, startsAt.length === 10 ? at.slice(0, 10) : at, ...words]
  })
  const asSaid = (row: SeenRow) => row.map((word) => (word === 'Busy' ? '(no subject)' : word))
  expect(seen.map(asSaid)).toEqual(should)
}

/** Goes on to the end of what is loaded until all is there, as somebody who holds the End key does. */
export async function toTheEnd(page: Page, count: number): Promise<void> {
  const last = page.locator(`[data-row][data-index="${count - 1}"]`)
  await page.locator('.jn-grid [data-index]').first().focus()
  for (let turn = 0; turn < 400 && await last.count() === 0; turn++) {
    await page.keyboard.press('End')
    await page.waitForTimeout(60)
  }
  await last.waitFor()
}
export const scrollTo = (page: Page, index: number): Promise<void> => page.locator('.jn-grid').evaluate((grid, top) => { grid.scrollTop = top }, index * 52)
const footWords = (page: Page): Promise<string> => page.locator('.jn-foot').getByRole('status').innerText()
/** How many there are in all, as the line under the list says: "1–100 of 1,299" and "1,299 contacts". */
export const saidTotal = async (page: Page): Promise<string> => (await footWords(page)).replace(/^1–[\d,]+ of | contacts?$/g, '')
/** A figure for whoever reads the log: no test depends on it. */
export const print = (words: string): void => void process.stdout.write(`100,000 contacts: ${words}\n`)
