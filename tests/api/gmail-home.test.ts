import type { Card } from '@counterpane/addin-gmail/card-schema'
import { homeAction, homeAllHeldAction, homeHeldAction } from '@counterpane/addin-gmail/cards/home-card'
import { findButton } from '@counterpane/addin-gmail/testing/card-rules'
import { aLetter } from '../support/letters'
import { said, startGmailDay, stepsOf, textOf, topOf, type Facts, type GmailDay } from './gmail-day'
import { rowsOf } from './gmail-visitor'

let day: GmailDay
beforeEach(async () => { day = await startGmailDay() }, 60_000)
afterEach(() => day.close())

const home = async ({ locale = 'en', timeZone = 'Europe/Moscow' }: Facts = {}) => topOf(await day.server.press({ endpoint: 'homepage', message: null, locale, timeZone }))
const part = (card: Card, heading: RegExp) => card.sections.find(({ header }) => heading.test(header ?? ''))
const linesIn = (card: Card, heading: RegExp) => rowsOf({ ...card, sections: card.sections.filter(({ header }) => heading.test(header ?? '')) }).map(({ text, bottomLabel }) => `${text} | ${bottomLabel}`)
const task = (title: string, dueAt: string) => day.olga('createTask', { body: { title, dueAt, counterpartyId: 'cp-beta' } })
const plan = { method: 'meeting', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-beta', durationMinutes: 30 } as const
/** Everything that the seed leaves to Olga is done. */
async function clear() {
  const { overdueTasks, todayTasks, plannedToday, withoutOutcome } = await day.olga('myDay', { query: { from: '2026-11-21T21:00:00Z', to: '2026-11-22T21:00:00Z' } })
  for (const { id } of [...overdueTasks.items, ...todayTasks.items]) await day.olga('patchTask', { id, body: { done: true } })
  for (const { id } of [...plannedToday.items, ...withoutOutcome.items]) await day.olga('recordOutcome', { id, body: { outcome: 'held' } })
}

it('the day holds what is late in words, what is due with its hour, what is planned, and the ways on', async () => {
  await clear()
  await task('Late <one>', '2026-11-20T09:00:00Z')
  await task('Due in the evening', '2026-11-22T15:00:00Z')
  await task('Due this morning', '2026-11-22T05:00:00Z')
  await day.olga('createContact', { body: { ...plan, startsAt: '2026-11-22T12:00:00Z', subject: 'Samples' } })
  const card = await home()
  expect(card.header).toEqual({ title: 'My day', subtitle: '22 November · Olga Smirnova' })
  expect(linesIn(card, /^Overdue 2$/)).toEqual(['Late &lt;one&gt; | 2 days late · Beta Industries', 'Due this morning | Overdue: today 08:00 · Beta Industries'])
  expect(linesIn(card, /^Today 1$/)).toEqual(['Due in the evening | today 18:00 · Beta Industries'])
  expect(linesIn(card, /^Planned for today 1$/)).toEqual(['Samples | Beta Industries'])
  expect(textOf(card)).toContain('No emails have been registered today yet.')
  expect(card.cardActions?.map(({ actionLabel }) => actionLabel)).toEqual(['Refresh'])
  expect(findButton(card, 'Find a client or a person')).toBeDefined()
})

it('an empty day says so and what to do next', async () => {
  await clear()
  for (const [locale, free, next] of [['en', 'Nothing is overdue', 'Open an email to register it'], ['ru', 'Ничего не просрочено', 'Откройте письмо, чтобы зарегистрировать']] as const) {
    const card = await home({ locale })
    expect(textOf(card)).toContain(free)
    expect(textOf(card)).toContain(next)
    expect(card.sections).toHaveLength(3)
  }
})

it('the day is that of the zone of the mailbox', async () => {
  await clear()
  await task('Between the days', '2026-11-22T10:30:00Z')
  expect(linesIn(await home({ timeZone: 'Pacific/Pago_Pago' }), /^Today/)).toHaveLength(1)
  expect(linesIn(await home({ timeZone: 'Pacific/Kiritimati' }), /^Today/)).toHaveLength(0)
  expect((await home({ timeZone: 'Pacific/Pago_Pago' })).header.subtitle).toContain('21 November')
})

it('at most five of each stand there, and the rest are counted with the way to them', async () => {
  await clear()
  for (let at = 0; at < 7; at++) {
    await task(`Late ${at}`, '2026-11-20T09:00:00Z')
    await day.olga('createContact', { body: { ...plan, startsAt: '2026-11-22T12:00:00Z', subject: `Planned ${at}` } })
  }
  const card = await home()
  expect(part(card, /^Overdue 7$/)!.widgets).toHaveLength(6)
  expect(part(card, /^Planned for today 7$/)!.widgets).toHaveLength(6)
  expect(textOf(card)).toContain('2 more in the journal')
  expect(topOf(await day.press(card, 'All tasks (2 more)')).name).toBe('tasks')
})

it('a task that is done there leaves the day', async () => {
  await clear()
  const { id } = await task('Late', '2026-11-20T09:00:00Z')
  const answer = await day.twice(await home(), 'Done')
  expect(stepsOf(answer)).toMatchObject([{ popToRoot: true }, { updateCard: { name: 'home' } }])
  expect(linesIn(await home(), /^Overdue/)).toEqual([])
  expect((await day.taskOf(id)).done).toBe(true)
})

it('a meeting without an outcome is held by one press, once, and asks for another answer by its line', async () => {
  await clear()
  const { id } = await day.aPlan('Demo of the line')
  const card = await home()
  expect(linesIn(card, /^No outcome yet 1$/)).toEqual(['Demo of the line | Beta Industries · Meeting'])
  expect(findButton(card, /^All/)).toBeUndefined()
  const held = await day.twice(card, 'Held')
  expect(said(held)).toBe('Held: Demo of the line')
  expect(part(topOf(held), /^No outcome/)).toBeUndefined()
  expect(await day.olga('getContact', { id })).toMatchObject({ status: 'held', overdue: false })
})

it('a meeting without a subject is named by its date when it was held', async () => {
  await clear()
  await day.aPlan('')
  expect(said(await day.press(await home(), 'Held'))).toBe('Held: No subject, 20 Nov')
})

it('all that is seen is held by one press, and nothing that was not seen', async () => {
  await clear()
  const made = await Promise.all(Array.from({ length: 7 }, (_, at) => day.aPlan(`Meeting ${at}`)))
  const card = await home()
  const answer = await day.twice(card, 'All 5 held')
  expect(said(answer)).toBe('Held: 5.')
  const after = await Promise.all(made.map(({ id }) => day.olga('getContact', { id })))
  expect(after.filter(({ status }) => status === 'held')).toHaveLength(5)
  expect(linesIn(topOf(answer), /^No outcome yet 2$/)).toHaveLength(2)
})

it('what a colleague has answered meanwhile keeps that answer', async () => {
  await clear()
  const [gone, left] = [await day.aPlan('Cancelled meanwhile'), await day.aPlan('Still asked')]
  const card = await home()
  await (await day.server.as('anna@demo.example'))('recordOutcome', { id: gone.id, body: { outcome: 'not-held', result: 'They are ill' } })
  expect(said(await day.press(card, 'All 2 held'))).toBe('Held: 1. Answered for before: 1.')
  expect(await day.olga('getContact', { id: gone.id })).toMatchObject({ status: 'cancelled', result: 'They are ill' })
  expect(await day.olga('getContact', { id: left.id })).toMatchObject({ status: 'held' })
  expect(said(await day.send(day.drawn(homeHeldAction, { contactId: gone.id })))).toBe('Not held: Cancelled meanwhile')
})

it('of a list with one that is there no more the others are held, and it is said', async () => {
  const { id } = await day.aPlan('There')
  expect(said(await day.send(day.drawn(homeAllHeldAction, { contactIds: `nobody,${id}` })))).toBe('Held: 1. Could not be marked: 1.')
  expect(await day.olga('getContact', { id })).toMatchObject({ status: 'held' })
  expect(topOf(await day.send(day.drawn(homeAllHeldAction, { contactIds: 'nobody,nothing' }))).name).toBe('failure')
  expect(topOf(await day.send(day.drawn(homeHeldAction, { contactId: 'nobody' }))).name).toBe('failure')
})

it('an email that a colleague registered with my client is there, with its name, and opens', async () => {
  const anna = await day.server.as('anna@demo.example')
  await anna('registerMessage', { body: { message: aLetter({ from: { name: '', address: 'anna@demo.example' }, to: [{ name: '', address: 'ivan.petrov@vector.example' }], subject: 'Their discount' }) } })
  const card = topOf(await day.send(day.drawn(homeAction, {})))
  expect(linesIn(card, /^Registered today 1$/)).toEqual(['Their discount | ООО «Вектор» · Registered by Anna Orlova'])
  const [row] = rowsOf({ ...card, sections: [part(card, /^Registered today/)!] })
  const opened = topOf(await day.send(Object.fromEntries((row!.onClick as { action: { parameters: { key: string; value: string }[] } }).action.parameters.map(({ key, value }) => [key, value]))))
  expect(opened).toMatchObject({ name: 'contact', header: { title: 'ООО «Вектор»' } })
})
