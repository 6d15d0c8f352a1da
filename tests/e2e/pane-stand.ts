import type { FrameLocator, Page, Request } from 'playwright-core'
import type { PageOptions } from '../support/browser'

interface Options extends PageOptions { item?: string; language?: 'en' | 'ru'; theme?: 'light' | 'dark' | 'none'; paneWidth?: 300 | 320 | 400; body?: 'at-once' | 'slow' | 'never' }

/** Messages of the sample mailbox that the tests speak of, by what they are. */
export const letters = {
  known: { id: '<v1.20261109@vector.example>', subject: 'Запрос цен на подшипники: декабрь–февраль' },
  otherKnown: { id: '<4471-a@beta.example>', subject: 'Order 4471: delivery dates' },
  thirdKnown: { id: '<CAGr0m0v-1116@mail.gmail.com>', subject: 'Добавка к заказу' },
  unknown: { id: '<a91f@laptrade.example>', subject: 'Знакомство и прайс-лист' },
  suggestion: { id: '<z-5512@vector.example>', subject: 'Пропуск на склад для водителя' },
  several: { id: '<CAO-sklad@demo.example>', subject: 'Самовывоз: новый график склада' },
  clientOnly: { id: '<d-4610@delta.example>', subject: 'График отгрузок на неделю' },
  colleagues: { id: '<int-0911@demo.example>', subject: 'Friday: who goes to the exhibition' },
  lookAlike: { id: '<b5d0@vect0r.example>', subject: 'New bank details for the advance' },
  directoryName: { id: '<directory-name@exchange.demo.example>', subject: 'Minutes of the meeting' },
}

/** Outlook's stand-in with the real pane in it; `asked` counts what the pane sends to the API. */
export async function openStand(newPage: (options: PageOptions) => Promise<Page>, url: string, { item, language = 'en', theme = 'light', paneWidth = 320, body = 'at-once', ...page }: Options = {}) {
  const stand = await newPage({ width: 1300, height: 900, ...page })
  const asked: Request[] = []
  stand.on('request', (request) => { if (request.url().startsWith(`${url}/api/`)) asked.push(request) })
  const query = new URLSearchParams({ language, theme, width: String(paneWidth), body, ...(item && { item }) })
  await stand.goto(`${url}/demo/outlook?${query}`)
  const pane: FrameLocator = stand.frameLocator('#pane')
  return {
    stand, pane,
    asked: (path: string) => asked.filter((request) => new URL(request.url()).pathname === path).length,
    /** A click on a letter of the list. */
    open: (subject: string) => stand.locator('#messages [role=option]').filter({ hasText: subject }).last().click(),
    frame: () => stand.frames().find((frame) => frame.url().includes('/outlook/taskpane.html')) ?? stand.mainFrame(),
    /** The name at the top of the pane. */
    heading: (name: string) => pane.getByRole('heading', { level: 1, name }).waitFor(),
  }
}
