import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { Page } from 'playwright-core'
import { expectNoAxeFindings } from '../support/accessibility'
import { openBrowser } from '../support/browser'
import { startTestServer, type TestServer } from '../support/test-server'
import { eventually, openJournal } from './journal-screen'

const browser = openBrowser()
let server: TestServer
let olga: HttpClient

beforeAll(async () => {
  server = await startTestServer({ seed: 'team' })
  olga = await server.as('olga@demo.example')
}, 120_000)
afterAll(() => server.close())
beforeEach(() => server.db.write(async (tx) => { await tx.task.deleteMany() }))

const day = 86_400_000
/** On the full minute, as people choose terms. */
const soon = (days: number) => new Date(Math.floor((server.clock.now().getTime() + days * day) / 60_000) * 60_000).toISOString()
const aTask = (title: string, more: { dueAt?: string; managerId?: string; counterpartyId?: string; repeat?: 'week' } = {}) => olga('createTask', { body: { title, dueAt: soon(1), ...more } })
const line = (page: Page, title: string) => page.locator('.jn-task').filter({ hasText: title })
const titles = async (page: Page) => page.locator('.jn-task-title').allInnerTexts()
async function openTasks(page: Page, hash = '#/tasks', as = 'olga@demo.example') {
  await openJournal(page, server, { hash, as })
  await page.getByRole('textbox', { name: 'What is to be done' }).waitFor()
}

it('lists tasks by their term, overdue first, and says in words how late they are', async () => {
  await aTask('later', { dueAt: soon(30) })
  await aTask('late', { dueAt: soon(-2), counterpartyId: 'cp-vektor' })
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  await eventually(() => titles(page), ['late', 'later'])
  const overdue = page.getByRole('region', { name: 'Overdue' })
  expect(await overdue.innerText()).toContain('2 days late')
  await overdue.getByRole('link', { name: 'ООО «Вектор»' }).waitFor()
  await expectNoAxeFindings(page)
})

it('is worked through by keyboard alone: done with a result in one Enter, and taken back', async () => {
  await aTask('first', { dueAt: soon(-1) })
  await aTask('second')
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  await eventually(() => titles(page), ['first', 'second'])
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'How did it end?' }).waitFor()
  await page.keyboard.type('They agreed')
  await page.keyboard.press('Enter')
  await eventually(() => titles(page), ['second'])
  expect((await olga('listTasks', { query: { done: 'true' } })).items).toMatchObject([{ title: 'first', result: 'They agreed' }])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await eventually(() => titles(page), ['first', 'second'])
  expect((await olga('listTasks', { query: { done: 'false' } })).items[0]).toMatchObject({ title: 'first', result: '' })
})

it('postpones by a press, at the hour that the task has', async () => {
  const task = await aTask('move me', { dueAt: soon(-3) })
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  await line(page, 'move me').getByRole('button', { name: 'Postpone: move me' }).click()
  await page.getByRole('button', { name: 'In 3 days' }).click()
  await eventually(async () => (await olga('listTasks', { query: {} })).items[0]?.dueAt, new Date(Date.parse(task.dueAt) + 6 * day).toISOString())
  await page.getByRole('status').filter({ hasText: 'Postponed' }).waitFor()
})

it('takes a new task in place, with client and repeat, and the next one comes when it is done', async () => {
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Weekly call')
  await page.getByRole('combobox', { name: 'Repeat' }).selectOption('week')
  await page.getByRole('button', { name: 'Add task' }).click()
  await line(page, 'Weekly call').getByText('Every week').waitFor()
  await line(page, 'Weekly call').getByRole('button', { name: 'Done: Weekly call' }).click()
  await page.getByRole('textbox', { name: 'How did it end?' }).press('Enter')
  await page.getByRole('status').filter({ hasText: 'Next one' }).waitFor()
  await eventually(() => line(page, 'Weekly call').count(), 1)
  expect((await olga('listTasks', { query: {} })).items.map(({ done }) => done)).toEqual([true, false])
})

it('hands several ticked tasks over at once, and takes them back', async () => {
  for (const title of ['a', 'b', 'c']) await aTask(title)
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  for (const title of ['a', 'b']) await page.getByRole('checkbox', { name: `Select: ${title}` }).click()
  await page.getByRole('button', { name: 'Hand over…' }).click()
  await page.getByRole('combobox', { name: 'Hand over to' }).selectOption({ label: 'Anna Orlova' })
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await eventually(() => titles(page), ['c'])
  expect((await olga('listTasks', { query: { managerId: 'm-anna' } })).items).toHaveLength(2)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await eventually(() => titles(page), ['a', 'b', 'c'])
})

it('keeps its filters in the address, and shows a lead what every manager has', async () => {
  await aTask('given', { managerId: 'm-anna' })
  await aTask('mine')
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page, '#/tasks?whose=given')
  await eventually(() => titles(page), ['given'])
  expect(await line(page, 'given').innerText()).toContain('Given by Olga Smirnova')
  await page.getByRole('combobox', { name: 'Whose' }).selectOption('all')
  await page.getByRole('button', { name: 'By manager' }).click()
  expect(new URL(page.url()).hash).toBe('#/tasks?by=manager&whose=all')
  const head = page.getByRole('button', { name: /Anna Orlova.*1 open/ })
  await head.click()
  await eventually(() => titles(page), ['given'])
})

it('an edit of what a colleague changed meanwhile is refused, and both are there to see', async () => {
  const task = await aTask('the old words')
  const page = await browser.newPage({ width: 1280, expectedErrors: [/412/] })
  await openTasks(page)
  await page.getByRole('button', { name: 'the old words', exact: true }).click()
  const anna = await server.as('anna@demo.example')
  await anna('patchTask', { id: task.id, body: { title: 'words of Anna' } })
  await page.getByRole('form', { name: 'Change the task' }).getByRole('textbox', { name: 'What is to be done' }).fill('words of Olga')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Somebody has changed this task' }).waitFor()
  await line(page, 'words of Anna').waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await eventually(async () => (await olga('listTasks', { query: {} })).items[0]?.title, 'words of Olga')
})

it('fits a phone, with nothing cut off at the side', async () => {
  await aTask('Согласовать спецификацию и сроки поставки оборудования для второго цеха', { dueAt: soon(-1), counterpartyId: 'cp-vektor', repeat: 'week' })
  const page = await browser.newPage({ width: 360 })
  await openTasks(page)
  await page.locator('.jn-task').waitFor()
  expect(await page.evaluate(() => document.querySelector('.jn-task-page')!.scrollWidth - document.querySelector('.jn-task-page')!.clientWidth)).toBe(0)
})

it('tells who changed a task, and takes a change back right under the form', async () => {
  const { id } = await aTask('Send the offer')
  await olga('patchTask', { id, body: { title: 'Send the wrong offer' } })
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  await page.locator('.jn-task-title').click()
  const form = page.getByRole('form', { name: 'Change the task' })
  await page.getByRole('button', { name: 'Who changed what' }).click()
  const change = page.locator('.jn-change').filter({ hasText: 'Send the offer' })
  expect(await change.first().innerText()).toContain('Olga Smirnova')
  await expectNoAxeFindings(page)
  await change.first().getByRole('button', { name: /^Undo/ }).click()
  await eventually(() => form.getByRole('textbox', { name: 'What is to be done' }).inputValue(), 'Send the offer')
  expect((await olga('listTasks')).items).toMatchObject([{ title: 'Send the offer' }])
  // The form is of what stands now, so that it saves.
  await form.getByRole('textbox', { name: 'What is to be done' }).fill('Send the right offer')
  await page.keyboard.press('Enter')
  await eventually(() => titles(page), ['Send the right offer'])
})

it('is narrowed to a segment of clients, keeps that in the address, and counts by manager follow', async () => {
  const segment = await olga('createSegment', { body: { name: 'Выставка', shared: true } })
  await olga('changeMembers', { id: segment.id, body: { add: ['cp-vektor'] } })
  await aTask('of the segment', { counterpartyId: 'cp-vektor' })
  await aTask('of another client', { counterpartyId: 'cp-beta' })
  await aTask('of nobody')
  const page = await browser.newPage({ width: 1280 })
  await openTasks(page)
  await eventually(async () => (await titles(page)).length, 3)
  await page.getByRole('button', { name: /^Segment: / }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Выставка' }).click()
  await page.keyboard.press('Escape')
  await eventually(() => titles(page), ['of the segment'])
  expect(page.url()).toContain(`segment=${segment.id}`)
  await expectNoAxeFindings(page)
  await page.getByRole('button', { name: 'By manager' }).click()
  await page.getByRole('button', { name: /Olga Smirnova.*1 open/ }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Segment: Выставка' }).waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('button', { name: 'By term' }).click()
  await eventually(async () => (await titles(page)).length, 3)
})
