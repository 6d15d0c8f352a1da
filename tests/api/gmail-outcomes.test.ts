import { logCallAction, openCallAction } from '@counterpane/addin-gmail/cards/call-card'
import { openNoteAction } from '@counterpane/addin-gmail/cards/note-card'
import { heldAction, movedAction, notHeldAction, openOutcomeAction } from '@counterpane/addin-gmail/cards/outcome-card'
import { openPlanAction, planAction } from '@counterpane/addin-gmail/cards/plan-card'
import { openNewTaskAction, openTaskAction } from '@counterpane/addin-gmail/cards/task-card'
import { openTasksAction } from '@counterpane/addin-gmail/cards/tasks-card'
import { buttonsOf } from '@counterpane/addin-gmail/testing/card-rules'
import { cardsOf, inputsOf, moment, said, startGmailDay, stepsOf, textOf, topOf, typed, type Facts, type GmailDay } from './gmail-day'

let gmail: GmailDay
beforeAll(async () => { gmail = await startGmailDay() }, 60_000)
afterAll(() => gmail.close())

describe('the next step', () => {
  it('has a goal of the list and the subject carried over, and is planned once whatever is pressed again', async () => {
    const contact = await gmail.aPlan('Framework')
    const form = topOf(await gmail.send(gmail.drawn(openPlanAction, { contactId: contact.id })))
    expect(inputsOf(form)).toMatchObject({ subject: 'Framework', method: 'call', goal: 'none' })
    const { contactTypes } = await gmail.olga('dictionaries')
    const inputs = { method: typed('video-call'), goal: typed(contactTypes[1]!.id) }
    const answer = await gmail.twice(form, 'In 3 days', { inputs })
    expect([topOf(answer).name, said(answer)]).toEqual(['home', 'The next contact is planned: Wed 25 Nov 10:00'])
    // Nothing in memory knows this button: the plan itself is found.
    await gmail.send(gmail.drawn(planAction, { contactId: contact.id, at: '2026-11-25T07:00:00.000Z' }), { inputs })
    const chain = (await gmail.contacts()).filter(({ previousId }) => previousId === contact.id)
    expect(chain).toMatchObject([{ startsAt: '2026-11-25T07:00:00.000Z', method: 'video-call', subject: 'Framework', type: { name: contactTypes[1]!.name }, status: 'planned' }])
  })

  it('that was cancelled since is planned anew by the same button, again once', async () => {
    const contact = await gmail.aPlan('Taken back')
    const form = topOf(await gmail.send(gmail.drawn(openPlanAction, { contactId: contact.id })))
    const plans = async () => (await gmail.contacts()).filter(({ previousId, status }) => previousId === contact.id && status === 'planned')
    for (const takeBack of ['cancel', 'undo', 'cancel'] as const) {
      expect(said(await gmail.twice(form, 'In 3 days'))).toBe('The next contact is planned: Wed 25 Nov 10:00')
      const [plan, ...others] = await plans()
      expect(others).toEqual([])
      if (takeBack === 'undo') await gmail.olga('undoContact', { id: plan!.id })
      else await gmail.olga('recordOutcome', { id: plan!.id, body: { outcome: 'not-held' } })
      expect(await plans()).toEqual([])
    }
  })

  it.each([['absent', undefined, 'Choose a date and time.'], ['past', moment('2026-11-21T10:00:00Z'), 'This time has passed'], ['far off', moment('9900-01-01T10:00:00Z'), 'too far off'], ['of another kind', typed('x'), 'Choose a date and time.']])(
    'a time that is %s gives a sentence, and what was chosen stays', async (_what, at, sentence) => {
      const contact = await gmail.aPlan('Unplanned')
      const form = topOf(await gmail.press(topOf(await gmail.send(gmail.drawn(openPlanAction, { contactId: contact.id }))), 'Save', { inputs: { subject: typed('My words'), method: typed('meeting'), ...(at && { at }) } }))
      expect(textOf(form)).toContain(sentence)
      expect(inputsOf(form)).toMatchObject({ subject: 'My words', method: 'meeting' })
      expect((await gmail.contacts()).filter(({ previousId }) => previousId === contact.id)).toEqual([])
    })
})

describe('a call that has just been', () => {
  it('is saved once with its person, ready answer and own words, and asks for the next step', async () => {
    const { message, card } = await gmail.openMessage(/^ivan\.petrov@vector\.example Запрос/)
    const form = topOf(await gmail.send(gmail.drawn(openCallAction, { message })))
    expect(form.header.subtitle).toBe('ООО «Вектор»')
    expect(inputsOf(form)).toMatchObject({ method: 'call', direction: 'outgoing', template: 'none' })
    const person = inputsOf(form).person!
    const before = (await gmail.contacts()).length
    const answer = await gmail.twice(form, 'Save', { inputs: { method: typed('call'), direction: typed('incoming'), person: typed(person), template: typed('call:2'), result: typed('after lunch'), subject: typed('Price'), minutes: typed('7') } })
    expect([said(answer), cardsOf(answer).map(({ name }) => name)]).toEqual(['Saved.', ['message', 'plan']])
    const all = await gmail.contacts()
    expect(all).toHaveLength(before + 1)
    const made = all.find(({ subject }) => subject === 'Price')!
    expect(made).toMatchObject({ method: 'call', direction: 'incoming', status: 'held', result: 'Will call back. after lunch', durationMinutes: 7, counterparty: { name: 'ООО «Вектор»' }, persons: [{ name: card.header.title }], source: 'manual' })
    expect(Math.abs(Date.parse(made.startsAt) - Date.parse('2026-11-22T06:00:00Z'))).toBeLessThan(600_000)
    const back = await gmail.press(topOf(answer), 'Not now')
    expect(stepsOf(back).map((step) => Object.keys(step)[0])).toEqual(['popToRoot', 'updateCard'])
    expect(topOf(back).name).toBe('message')
  })

  it('another method brings its own ready answers, and keeps what was typed', async () => {
    const client = await gmail.clientOf('Beta')
    const form = topOf(await gmail.send(gmail.drawn(openCallAction, { counterpartyId: client.id })))
    const onChange = form.sections[0]!.widgets.flatMap((widget) => ('selectionInput' in widget && widget.selectionInput.onChangeAction ? [widget.selectionInput.onChangeAction] : []))[0]!
    const answer = await gmail.send(Object.fromEntries(onChange.parameters.map(({ key, value }) => [key, value])), { inputs: { method: typed('meeting'), result: typed('They liked it') } })
    expect(textOf(topOf(answer))).toContain('Next meeting set')
    expect(inputsOf(topOf(answer))).toMatchObject({ method: 'meeting', result: 'They liked it' })
  })

  it('may have been earlier, with nobody known, from home', async () => {
    const answer = await gmail.send(gmail.drawn(logCallAction, {}), { inputs: { at: moment('2026-11-20T08:30:00Z'), method: typed('messenger'), subject: typed('Unknown caller'), person: typed('p-1') } })
    expect(cardsOf(answer).map(({ name }) => name)).toEqual(['home', 'plan'])
    expect((await gmail.contacts()).filter(({ subject }) => subject === 'Unknown caller')).toMatchObject([{ startsAt: '2026-11-20T08:30:00.000Z', counterparty: null, persons: [], method: 'messenger', result: '' }])
  })

  it.each([
    ['ahead', { at: moment('2026-11-23T10:00:00Z') }, 'This is not over yet'], ['of the year 1', { at: moment('0001-01-01T00:00:00Z') }, 'cannot be read'], ['of the year 9998', { at: moment('9998-01-01T00:00:00Z') }, 'too far off'],
    ['of another kind', { at: typed('yesterday') }, 'cannot be read'], ['with minutes in words', { minutes: typed('about ten') }, 'Write the minutes as a number'],
  ])('%s it stays a form with a sentence, and nothing typed is lost', async (_what, inputs, sentence) => {
    const before = (await gmail.contacts()).length
    const form = topOf(await gmail.send(gmail.drawn(logCallAction, {}), { inputs: { result: typed('Agreed on all'), ...inputs } }))
    expect([form.name, inputsOf(form).result]).toEqual(['call', 'Agreed on all'])
    expect(textOf(form)).toContain(sentence)
    expect(await gmail.contacts()).toHaveLength(before)
  })
})

describe('the outcome of a planned contact', () => {
  const openIt = async (contactId: string, facts: Facts = {}) => topOf(await gmail.send(gmail.drawn(openOutcomeAction, { contactId }), facts))
  const next = async (id: string) => (await gmail.contacts()).filter(({ previousId }) => previousId === id)

  it('held: result, state and next step in one press, and a second press plans no second step', async () => {
    const plan = await gmail.aPlan('Demo of the line')
    const card = await openIt(plan.id)
    const inputs = { template: typed('1'), result: typed('by Friday'), state: typed('2'), next: typed('working-day'), nextMethod: typed('meeting') }
    const answer = await gmail.twice(card, 'Held', { inputs })
    expect([topOf(answer).name, said(answer)]).toEqual(['home', 'Held: Demo of the line'])
    expect(await gmail.olga('getContact', { id: plan.id })).toMatchObject({ status: 'held', state: 2, result: 'An offer is to be sent. by Friday' })
    expect(await next(plan.id)).toMatchObject([{ startsAt: '2026-11-23T07:00:00.000Z', method: 'meeting', subject: 'Demo of the line', status: 'planned' }])
    const again = await gmail.send(gmail.drawn(heldAction, { contactId: plan.id }), { inputs })
    expect(said(again)).toBe('Already recorded: Held')
    expect(await next(plan.id)).toHaveLength(1)
  })

  it.each([['without a subject', {}, 'Held: No subject, 20 Nov'], ['that is private', { private: true }, 'Held: Private, 20 Nov']])('a meeting %s is named by its date', async (_what, facts, sentence) => {
    const { id } = await gmail.olga('createContact', { body: { startsAt: '2026-11-20T07:00:00Z', method: 'meeting', direction: 'outgoing', status: 'planned', subject: '', counterpartyId: (await gmail.clientOf('Beta')).id, ...facts } })
    expect(said(await gmail.press(await openIt(id), 'Held'))).toBe(sentence)
  })

  it('not held: cancelled with the reason', async () => {
    const plan = await gmail.aPlan('Nobody came')
    expect(said(await gmail.twice(await openIt(plan.id), 'Not held', { inputs: { result: typed('Flu') } }))).toBe('Not held: Nobody came')
    expect(await gmail.olga('getContact', { id: plan.id })).toMatchObject({ status: 'cancelled', result: 'Flu' })
    expect(textOf(await openIt(plan.id))).toContain('Already recorded: Cancelled')
  })

  it('rescheduled: the same contact at the new time, its next step planned once even when nothing is remembered', async () => {
    const plan = await gmail.aPlan('Moved talk')
    const inputs = { movedTo: moment('2026-11-27T09:00:00Z'), nextAt: moment('2026-12-01T09:00:00Z') }
    expect(said(await gmail.twice(await openIt(plan.id), 'Moved', { inputs }))).toBe('Moved to Fri 27 Nov 12:00: Moved talk')
    await gmail.send(gmail.drawn(movedAction, { contactId: plan.id }), { inputs })
    expect(await gmail.olga('getContact', { id: plan.id })).toMatchObject({ status: 'planned', startsAt: '2026-11-27T09:00:00.000Z' })
    expect(await next(plan.id)).toMatchObject([{ startsAt: '2026-12-01T09:00:00.000Z' }])
  })

  it.each([
    ['moved to nowhere', movedAction, {}, 'Choose the new time.'], ['moved into the past', movedAction, { movedTo: moment('2026-11-21T09:00:00Z') }, 'This time has passed'], ['moved to the year 9998', movedAction, { movedTo: moment('9998-11-21T09:00:00Z') }, 'too far off'],
    ['held with a next step at no time', heldAction, { next: typed('picked') }, 'Choose a date and time.'], ['not held with a next step in the past', notHeldAction, { nextAt: moment('2026-11-20T09:00:00Z') }, 'This time has passed'],
  ])('%s: the form comes back with a sentence and all that was typed', async (_what, action, inputs, sentence) => {
    const plan = await gmail.aPlan('Still open')
    const card = topOf(await gmail.send(gmail.drawn(action, { contactId: plan.id }), { inputs: { result: typed('Typed at length'), state: typed('3'), ...inputs } }))
    expect(card.name).toBe('outcome')
    expect(textOf(card)).toContain(sentence)
    expect(inputsOf(card)).toMatchObject({ result: 'Typed at length', state: '3' })
    expect(await gmail.olga('getContact', { id: plan.id })).toMatchObject({ status: 'planned', startsAt: '2026-11-20T07:00:00.000Z', result: '' })
    expect(await next(plan.id)).toEqual([])
  })

  it('from a message it comes back to the message’s card', async () => {
    const { message } = await gmail.openMessage(/^john\.ross@beta\.example Order 4471/)
    const plan = await gmail.aPlan('Seen from a message')
    const card = topOf(await gmail.send(gmail.drawn(openOutcomeAction, { contactId: plan.id, message })))
    expect(topOf(await gmail.press(card, 'Held')).name).toBe('message')
  })
})

it('every card of the work opens in Russian too, without `gmail{}`', async () => {
  const message = await gmail.server.messageOf(/^info@delta/)
  const facts: Facts = { locale: 'ru', email: 'left-out' }
  const plan = await gmail.aPlan('План')
  const { id: taskId } = await gmail.aTask('Задача')
  const counterpartyId = (await gmail.clientOf('Beta')).id
  const opened = [
    gmail.drawn(openTasksAction, { message, counterpartyId }), gmail.drawn(openTaskAction, { message, taskId }), gmail.drawn(openNewTaskAction, { message, counterpartyId }), gmail.drawn(openNoteAction, { message, counterpartyId }),
    gmail.drawn(openPlanAction, { message, contactId: plan.id }), gmail.drawn(openCallAction, { message, counterpartyId }), gmail.drawn(openOutcomeAction, { message, contactId: plan.id }),
  ]
  const names: string[] = []
  for (const parameters of opened) {
    const card = topOf(await gmail.send(parameters, facts))
    names.push(card.name)
    for (const { text } of buttonsOf(card)) expect(text).toMatch(/[а-яё]/i)
  }
  expect(names).toEqual(['tasks', 'task', 'new-task', 'new-note', 'plan', 'call', 'outcome'])
})
