import type { FrameLocator, Page, Request } from 'playwright-core'
import { defaultNow } from '../../backend/prisma/seed/seed-plan'
import type { HostName, Switches } from '../../backend/src/demo/outlook/page/stand-in-host'
import type { PageOptions } from '../support/browser'

interface Options extends PageOptions {
  item?: string
  language?: 'en' | 'ru'
  theme?: 'light' | 'dark' | 'none'
  paneWidth?: 300 | 320 | 400
  body?: 'at-once' | 'slow' | 'never'
  set?: Switches['set']
  host?: HostName
  /** Which kind of window is open first; a meeting is named by `item`. */
  mode?: 'read' | 'compose' | 'attendee' | 'organizer'
  switches?: Partial<Omit<Switches, 'set' | 'host' | 'body'>>
  /** Whom and of what the letter is, with `mode: 'compose'`. */
  to?: string
  subject?: string
  /** The day that the demo's calendar lies around. */
  now?: number
}
export interface Letter { to?: string; cc?: string; subject?: string; body?: string }

/** Messages of the sample mailbox that the tests speak of, by what they are. */
export const letters = {
  known: { id: '<v1.20261109@vector.example>', subject: 'Запрос цен на подшипники: декабрь–февраль' },
  otherKnown: { id: '<4471-a@beta.example>', subject: 'Order 4471: delivery dates' },
  thirdKnown: { id: '<CAGr0m0v-1116@mail.gmail.com>', subject: 'Добавка к заказу' },
  unknown: { id: '<a91f@laptrade.example>', subject: 'Знакомство и прайс-лист' },
  suggestion: { id: '<z-5512@vector.example>', subject: 'Пропуск на склад для водителя' },
  several: { id: '<CAO-sklad@demo.example>', subject: 'Самовывоз: новый график склада' },
  clientOnly: { id: '<d-4610@delta.example>', subject: 'График отгрузок на неделю' },
  twoOfOneAddress: { id: '<nw-1013@northwind.example>', subject: 'Pallets for the December shipment' },
  colleagues: { id: '<int-0911@demo.example>', subject: 'Friday: who goes to the exhibition' },
  lookAlike: { id: '<b5d0@vect0r.example>', subject: 'New bank details for the advance' },
  directoryName: { id: '<directory-name@exchange.demo.example>', subject: 'Minutes of the meeting' },
  onBehalf: { id: '<on-behalf@exchange.demo.example>', subject: 'Visit to the warehouse' },
  accepted: { id: '<accepted@exchange.demo.example>', subject: 'Accepted: Prices for December' },
  cancelled: { id: '<cancelled@exchange.demo.example>', subject: 'Canceled: Samples for the autumn' },
}

/** Appointments of the demo's calendar, whose days lie around its morning. */
export const meetings = {
  pastKnown: { subject: 'Prices for December', mode: 'attendee' }, ownOnline: { subject: 'Order 4471: dates of delivery', mode: 'organizer' }, nextKnown: { subject: 'Samples for the spring', mode: 'attendee' },
  unknown: { subject: 'Acquaintance', mode: 'attendee' }, series: { subject: 'Weekly call with Vector', mode: 'organizer' }, internal: { subject: 'Planning of the department', mode: 'attendee' }, private: { subject: 'Dentist', mode: 'organizer' },
} as const

/** Outlook's stand-in with the real pane in it; `asked` counts what the pane sends to the API. */
export async function openStand(
  newPage: (options: PageOptions) => Promise<Page>, url: string,
  { item, language = 'en', theme = 'light', paneWidth = 320, body = 'at-once', set, host, mode, switches = {}, to, subject, now = defaultNow, ...page }: Options = {},
) {
  const stand = await newPage({ width: 1300, height: 900, ...page })
  const asked: Request[] = []
  stand.on('request', (request) => { if (request.url().startsWith(`${url}/api/`)) asked.push(request) })
  const query = new URLSearchParams({
    language, theme, width: String(paneWidth), body, now: new Date(now).toISOString(), ...switches, ...(item && { item }), ...(set && { set }), ...(host && { host }), ...(mode && { mode }), ...(to && { to }), ...(subject && { subject }),
  })
  await stand.goto(`${url}/demo/outlook?${query}`)
  const pane: FrameLocator = stand.frameLocator('#pane')
  const row = (wanted: string) => stand.locator('#messages [role=option]').filter({ hasText: wanted }).last()
  return {
    stand, pane,
    asked: (path: string) => asked.filter((request) => new URL(request.url()).pathname === path).length,
    /** What was sent to a path of the API, as JSON. */
    bodies: (path: string) => asked.filter((request) => new URL(request.url()).pathname === path).map((request) => request.postDataJSON() as Record<string, unknown>),
    /** A click on a letter of the list. */
    open: (wanted: string) => row(wanted).click(),
    frame: () => stand.frames().find((frame) => frame.url().includes('/outlook/taskpane.html')) ?? stand.mainFrame(),
    /** The name at the top of the pane. */
    heading: (name: string) => pane.getByRole('heading', { level: 1, name }).waitFor(),
    /** Several letters, as with Ctrl held down. */
    async select(subjects: readonly string[]) {
      for (const [index, wanted] of subjects.entries()) await row(wanted).click(index === 0 ? {} : { modifiers: ['ControlOrMeta'] })
    },
    folder: (name: 'inbox' | 'sent' | 'calendar') => stand.locator(`#folder-${name}`).click(),
    async openMeeting(wanted: string) {
      await stand.locator('#folder-calendar').click()
      await stand.locator('#messages [role=option]').filter({ hasText: wanted }).first().click()
    },
    /** A new letter; what is not named stays as it is. */
    async compose(letter: Letter = {}) {
      if (!(await stand.locator('#letter-to').isVisible())) await stand.locator('#ribbon-new').click()
      for (const name of ['to', 'cc', 'subject', 'body'] as const) {
        const text = letter[name]
        if (text === undefined) continue
        await stand.locator(`#letter-${name}`).fill(text)
        await stand.locator(`#letter-${name}`).blur()
      }
    },
    /** Sends the letter that is being written; afterwards it lies in Sent Items. */
    async send() {
      await stand.locator('#ribbon-send').click()
      await stand.locator('#letter-to').waitFor({ state: 'detached', timeout: 40_000 })
    },
    /** The ribbon's button without a pane; resolves with what is said above the message. */
    async register() {
      await stand.locator('#ribbon-register').click()
      const said = stand.locator('#reading .notice:not(.progressIndicator) span')
      await said.waitFor({ timeout: 30_000 })
      return said.innerText()
    },
    /** Runs of the add-in's functions so far: how often each said that it was done, and whether it let a letter go. */
    async runs() {
      // A second "done" would come after the first.
      await stand.waitForTimeout(500)
      return JSON.parse((await stand.locator('body').getAttribute('data-runs')) ?? '[]') as { name: string; completed: number; allowEvent: boolean | null; late: boolean }[]
    },
    /** Changes a control of the stand-in, by its id. */
    set: async (name: string, value: string) => { await stand.evaluate(([id, to]) => { const control = document.getElementById(id as string) as HTMLSelectElement; control.value = to as string; control.dispatchEvent(new Event('change')) }, [name, value]) },
  }
}
