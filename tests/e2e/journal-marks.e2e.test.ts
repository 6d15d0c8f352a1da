import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal, rowsOf } from './journal-screen'

const browser = openBrowser()
let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'demo' }) }, 120_000)
afterAll(() => server.close())

const hash = '#/journal?period=all'
async function open(locale = 'en-GB'): Promise<Page> {
  const page = await browser.newPage({ width: 1_440, locale })
  await openJournal(page, server, { as: 'ivan@demo.example', hash })
  await rowsOf(page).first().waitFor()
  return page
}
async function openRules(page: Page) {
  await page.getByRole('button', { name: 'Marks' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mark rows' })
  await dialog.waitFor()
  return dialog
}
const rule = (page: Page, index: number) => page.getByRole('dialog', { name: 'Mark rows' }).locator('fieldset').nth(index)
/** Of the rows on screen: the method in words, the mark's words or null, its colour's name, and the colour at the edge as it is drawn. */
const marked = (page: Page) => page.locator('.jn-grid [data-row]').evaluateAll((rows) => rows.map((row) => ({
  method: row.querySelector('.jn-c-method')?.textContent?.trim() ?? '', words: row.querySelector('.jn-c-subject .jn-mark')?.textContent ?? null,
  tone: /jn-mark-(\w+)/.exec(row.className)?.[1] ?? null, edge: row.classList.contains('jn-marked') ? getComputedStyle(row).boxShadow : 'none', name: row.querySelector('.jn-c-subject')?.textContent ?? '',
})))

it('colours the rows that a rule fits and says it in words too, keeps the rule at this workplace, and forgets it again', async () => {
  const page = await open()
  expect((await marked(page)).filter(({ tone }) => tone !== null)).toEqual([])
  const dialog = await openRules(page)
  await dialog.getByRole('button', { name: 'Add a rule' }).click()
  await rule(page, 0).getByRole('combobox', { name: 'Column' }).selectOption('method')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText('Choose at least one value.').waitFor()
  await rule(page, 0).getByRole('combobox', { name: 'Is one of' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Call', exact: true }).click()
  await page.keyboard.press('Escape')
  await rule(page, 0).getByRole('combobox', { name: 'Colour' }).selectOption({ label: 'Purple' })
  await rule(page, 0).getByRole('textbox', { name: 'Words' }).fill('By phone')
  await expectNoAxeFindings(page)
  // Nothing changes before the rules are saved.
  expect((await marked(page)).filter(({ tone }) => tone !== null)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })

  const isMarkedRight = async () => {
    const rows = await marked(page)
    const calls = rows.filter(({ method }) => /^Call/.test(method))
    const others = rows.filter(({ method }) => !/^Call/.test(method))
    expect(Math.min(calls.length, others.length)).toBeGreaterThan(0)
    expect(new Set(calls.map(({ words, tone }) => `${tone}: ${words}`))).toEqual(new Set(['purple: By phone']))
    expect(new Set(others.map(({ words, tone, edge }) => `${tone} ${words} ${edge}`))).toEqual(new Set(['null null none']))
    const [edge, ...more] = new Set(calls.map((call) => call.edge))
    expect([more, edge]).toEqual([[], expect.stringMatching(/^rgb/)])
  }
  await isMarkedRight()
  // Whoever does not see colours hears the words as part of the row.
  const first = page.getByRole('row', { name: /By phone/ }).first()
  await eventually(() => first.getByTitle('Marked: By phone').innerText(), 'By phone')
  await expectNoAxeFindings(page)
  await page.reload()
  await rowsOf(page).first().waitFor()
  await isMarkedRight()

  await openRules(page)
  await eventually(() => rule(page, 0).getByRole('textbox', { name: 'Words' }).inputValue(), 'By phone')
  await rule(page, 0).getByRole('button', { name: 'Delete rule 1' }).click()
  await page.getByRole('button', { name: 'Save' }).last().click()
  await eventually(async () => (await marked(page)).filter(({ tone }) => tone !== null), [])
  await page.reload()
  await rowsOf(page).first().waitFor()
  expect((await marked(page)).filter(({ tone }) => tone !== null)).toEqual([])
})

it('lets the upper of two rules win, another one after they change places, and names the colour where a rule has no words', async () => {
  const page = await open()
  const dialog = await openRules(page)
  for (const [index, column, value, tone] of [[0, 'method', 'Call', 'Green'], [1, 'direction', 'Outgoing', 'Blue']] as const) {
    await dialog.getByRole('button', { name: 'Add a rule' }).click()
    await rule(page, index).getByRole('combobox', { name: 'Column' }).selectOption(column)
    await rule(page, index).getByRole('combobox', { name: 'Is one of' }).click()
    await page.getByRole('menuitemcheckbox', { name: value, exact: true }).click()
    await page.keyboard.press('Escape')
    await rule(page, index).getByRole('combobox', { name: 'Colour' }).selectOption({ label: tone })
  }
  await dialog.getByRole('button', { name: 'Save' }).click()
  const tonesOfCalls = async () => [...new Set((await marked(page)).filter(({ method }) => /^Call.*[Oo]ut/.test(method)).map(({ tone, words }) => `${tone}: ${words}`))]
  await eventually(tonesOfCalls, ['green: green'])
  await openRules(page)
  await rule(page, 1).getByRole('button', { name: 'Move rule 2 up' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await eventually(tonesOfCalls, ['blue: blue'])
})
