import { openNoteAction } from '@counterpane/addin-gmail/cards/note-card'
import { openNewTaskAction, openTaskAction } from '@counterpane/addin-gmail/cards/task-card'
import { openTasksAction } from '@counterpane/addin-gmail/cards/tasks-card'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { buttonsOf, findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { day, inputsOf, said, startGmailDay, stepsOf, textOf, topOf, typed, type GmailDay } from './gmail-day'

let gmail: GmailDay
beforeAll(async () => { gmail = await startGmailDay() }, 60_000)
afterAll(() => gmail.close())

describe('tasks', () => {
  it('a message shows three, and all of its client’s are one press away, the overdue first in words', async () => {
    const { card } = await gmail.openMessage(/^ivan\.petrov@vector\.example Запрос/)
    const section = card.sections.find(({ header }) => header?.startsWith('Open tasks'))!
    expect(section.uncollapsibleWidgetsCount).toBe(3)
    const list = topOf(await gmail.press(card, 'All tasks'))
    expect(list.header).toEqual({ title: 'ООО «Вектор»', subtitle: 'Open tasks' })
    expect(list.sections.map(({ header }) => header).slice(0, 3)).toEqual(['Overdue', 'Today', 'Later'])
    expect(textOf(list.sections[0])).toContain('days late')
  })

  it('a long list goes page by page, each task once, and "Done" stays in its place', async () => {
    const client = await gmail.clientOf('Northwind')
    for (let at = 0; at < 45; at += 1) await gmail.aTask(`Order ${String(at).padStart(2, '0')}`, { counterpartyId: client.id, dueAt: `2026-12-0${1 + (at % 9)}T07:00:00Z` })
    const titlesOn = (card: Card) => card.sections.flatMap(({ widgets }) => widgets).flatMap((widget) => ('decoratedText' in widget && /^Order \d\d$/.test(widget.decoratedText.text) ? [widget.decoratedText.text] : []))
    const first = topOf(await gmail.send(gmail.drawn(openTasksAction, { counterpartyId: client.id })))
    const second = topOf(await gmail.press(first, 'Show more'))
    const third = topOf(await gmail.press(second, 'Show more'))
    expect(findButton(third, 'Show more')).toBeUndefined()
    const all = [first, second, third].flatMap(titlesOn)
    expect([all.length, new Set(all).size]).toEqual([45, 45])
    const answer = await gmail.twice(second, 'Done')
    const gone = titlesOn(second)[0]!
    expect(titlesOn(topOf(answer))).not.toContain(gone)
    expect(textOf(topOf(answer).sections[0])).toContain(`Done: ${gone}`)
    await gmail.press(topOf(answer), 'Not done after all')
    expect((await gmail.tasks({ counterpartyId: client.id, done: false })).filter(({ title }) => title.startsWith('Order'))).toHaveLength(45)
  })

  it('without a client they are the caller’s own, and none is said', async () => {
    const { id } = await gmail.aTask('Only mine')
    expect(textOf(topOf(await gmail.send(gmail.drawn(openTasksAction, {}), { locale: 'ru' })))).toMatch(/Мои открытые задачи/)
    await gmail.olga('patchTask', { id, body: { done: true } })
    const nobody = await gmail.clientOf('Bücher')
    for (const { id: open } of await gmail.tasks({ counterpartyId: nobody.id, done: false })) await gmail.olga('patchTask', { id: open, body: { done: true } })
    expect(textOf(topOf(await gmail.send(gmail.drawn(openTasksAction, { counterpartyId: nobody.id }))))).toContain('No open tasks')
  })

  it('a task is done with its result, from home comes back to home, and can be taken back', async () => {
    const { id } = await gmail.aTask('Call the works')
    const card = topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id })))
    const answer = await gmail.twice(card, 'Done', { inputs: { result: typed('They agreed') } })
    expect(topOf(answer).name).toBe('home')
    expect(said(answer)).toBe('The task is done')
    expect(await gmail.taskOf(id)).toMatchObject({ done: true, result: 'They agreed' })
    const done = topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id })))
    expect(textOf(done)).toContain('They agreed')
    await gmail.twice(done, 'Not done after all')
    expect(await gmail.taskOf(id)).toMatchObject({ done: false })
    expect(buttonsOf(topOf(answer)).map(({ text }) => text)).toContain('Not done after all')
  })

  it.each([
    ['Asia/Kathmandu', '2026-11-30T04:15:00.000Z'], ['America/St_Johns', '2026-11-30T13:30:00.000Z'], ['Europe/Moscow', '2026-11-30T07:00:00.000Z'],
  ])('a picked day is that day in %s', async (timeZone, dueAt) => {
    const { id } = await gmail.aTask('Postponed')
    const card = topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id }), { timeZone }))
    const answer = await gmail.twice(card, 'Move', { timeZone, inputs: { at: day('2026-11-30') } })
    expect(said(answer)).toMatch(/^Moved to .*30 Nov.*: Postponed$/)
    expect((await gmail.taskOf(id)).dueAt).toBe(dueAt)
  })

  it.each([['Tomorrow', '2026-11-23T07:00:00.000Z'], ['In 3 days', '2026-11-25T07:00:00.000Z'], ['Next week', '2026-11-26T07:00:00.000Z']])('"%s" moves it in one press', async (words, dueAt) => {
    const { id } = await gmail.aTask('Moved')
    await gmail.press(topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id }))), words)
    expect((await gmail.taskOf(id)).dueAt).toBe(dueAt)
  })

  it.each([
    ['absent', undefined, 'A date is needed.'], ['of another kind', typed('tomorrow'), 'A date is needed.'], ['yesterday', day('2026-11-21'), 'This day has passed'],
    ['the year 1', { dateInput: { msSinceEpoch: '-62135596800000' } }, 'A date is needed.'], ['the year 9998', day('9998-01-01'), 'too far off'],
  ])('a day that is %s gives a sentence, and what was typed stays', async (_what, at, sentence) => {
    const { id, dueAt } = await gmail.aTask('Stays')
    const card = topOf(await gmail.press(topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id }))), 'Move', { inputs: { result: typed('Half done'), ...(at && { at }) } }))
    expect(card.name).toBe('task')
    expect(textOf(card)).toContain(sentence)
    expect(inputsOf(card).result).toBe('Half done')
    expect((await gmail.taskOf(id)).dueAt).toBe(dueAt)
  })

  it('a task is handed over to a colleague, and to nobody who does not work here', async () => {
    const { id } = await gmail.aTask('For Anna')
    const card = topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id })))
    expect(textOf(topOf(await gmail.press(card, 'Hand over', { inputs: { manager: typed('m-nobody') } })))).toContain('Choose a manager.')
    expect(said(await gmail.twice(card, 'Hand over', { inputs: { manager: typed('m-anna') } }))).toBe('Handed over to Anna Orlova: For Anna')
    expect((await gmail.taskOf(id)).manager.name).toBe('Anna Orlova')
    expect(textOf(topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: id }))))).toContain('Anna Orlova')
  })

  it('a task opens its client and the contact that it came from', async () => {
    const linked = (await gmail.tasks({ done: false })).find(({ contactId, counterparty }) => contactId !== null && counterparty !== null)!
    const card = topOf(await gmail.send(gmail.drawn(openTaskAction, { taskId: linked.id })))
    expect(parametersOf(findButton(card, 'Open the client'))).toMatchObject({ action: 'open-client', counterpartyId: linked.counterparty!.id })
    expect(parametersOf(findButton(card, 'Open'))).toMatchObject({ action: 'open-contact', contactId: linked.contactId })
  })
})

describe('a new task and a note', () => {
  it('a task takes the email’s subject and is linked to what the email is registered as', async () => {
    const { message, card } = await gmail.openMessage(/^john\.ross@beta\.example Order 4471/)
    const registered = topOf(await gmail.press(card, 'Register'))
    const form = topOf(await gmail.press(registered, 'New task'))
    expect(textOf(form)).toContain('Linked to this email.')
    expect(inputsOf(form).title).toBe('Order 4471: delivery dates')
    const answer = await gmail.twice(form, 'Next week', { inputs: { title: typed('Order 4471: ask the works') } })
    expect([topOf(answer).name, said(answer)]).toEqual(['message', 'The task is made'])
    const made = (await gmail.tasks()).filter(({ title }) => title === 'Order 4471: ask the works')
    expect(made).toMatchObject([{ kind: 'task', dueAt: '2026-11-26T07:00:00.000Z', counterparty: { name: 'Beta Industries' }, manager: { name: 'Olga Smirnova' } }])
    expect((await gmail.contacts()).find(({ id }) => id === made[0]!.contactId)).toMatchObject({ subject: 'Order 4471: delivery dates' })
    expect(message).toBe(parametersOf(findButton(form, 'Save')).message)
  })

  it('of an email that is not registered it is linked to the client alone, and the form says so', async () => {
    const { message } = await gmail.openMessage(/^alice\.ross@beta\.example/)
    const beta = await gmail.clientOf('Beta')
    const form = topOf(await gmail.send(gmail.drawn(openNewTaskAction, { message, counterpartyId: beta.id })))
    expect(textOf(form)).toContain('Register the email first')
    await gmail.press(form, 'Save', { inputs: { title: typed('Not registered yet'), at: day('2026-11-24') } })
    expect((await gmail.tasks()).filter(({ title }) => title === 'Not registered yet')).toMatchObject([{ contactId: null, counterparty: { id: beta.id }, dueAt: '2026-11-24T07:00:00.000Z' }])
  })

  it('a note is one line for today, made once, from home', async () => {
    const form = topOf(await gmail.send(gmail.drawn(openNoteAction, {})))
    expect(inputsOf(form).at).toBe(String(Date.parse('2026-11-22T00:00:00Z')))
    const answer = await gmail.twice(form, 'Save', { inputs: { title: typed('Olga is on leave'), at: day('2026-11-22') } })
    expect([topOf(answer).name, said(answer)]).toEqual(['home', 'The note is saved'])
    expect((await gmail.tasks()).filter(({ title }) => title === 'Olga is on leave')).toMatchObject([{ kind: 'note', dueAt: '2026-11-22T15:00:00.000Z', counterparty: null }])
  })

  it.each([[{ at: day('2026-11-24') }, 'Write what is to be done.'], [{ title: typed('Kept'), at: day('2026-11-20') }, 'This day has passed'], [{ title: typed('Kept') }, 'A date is needed.']])(
    'what is missing is said on the form (%#)', async (inputs, sentence) => {
      const form = topOf(await gmail.press(topOf(await gmail.send(gmail.drawn(openNewTaskAction, {}))), 'Save', { inputs }))
      expect(textOf(form)).toContain(sentence)
      if ('title' in inputs) expect(inputsOf(form).title).toBe('Kept')
      expect((await gmail.tasks()).filter(({ title }) => title === 'Kept')).toEqual([])
    })

  it('where Gmail gives no access to the email the form opens without its subject, and saving goes back', async () => {
    const message = await gmail.server.messageOf(/^gromov\.ip@gmail/)
    const form = topOf(await gmail.send(gmail.drawn(openNewTaskAction, { message }), { email: 'left-out' }))
    const answer = await gmail.press(form, 'Tomorrow', { email: 'left-out', inputs: { title: typed('Without the email') } })
    expect(stepsOf(answer)).toEqual([{ popToRoot: true }])
    expect(said(answer)).toBe('The task is made')
    expect((await gmail.tasks()).filter(({ title }) => title === 'Without the email')).toHaveLength(1)
  })
})
