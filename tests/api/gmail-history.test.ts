import type { Card } from '@counterpane/addin-gmail/card-schema'
import { openClientAction } from '@counterpane/addin-gmail/cards/client-card'
import { cancelContactAction, openContactAction, undoContactAction } from '@counterpane/addin-gmail/cards/contact-card'
import { openHistoryAction } from '@counterpane/addin-gmail/cards/history-card'
import { findButton, parametersOf } from '@counterpane/addin-gmail/testing/card-rules'
import { aLetter } from '../support/letters'
import { said, startGmailDay, stepsOf, textOf, topOf, typed, type GmailDay } from './gmail-day'
import { parametersIn, rowsOf } from './gmail-visitor'

let day: GmailDay
beforeAll(async () => { day = await startGmailDay() }, 60_000)
afterAll(() => day.close())

const idsIn = (card: Card) => rowsOf(card).flatMap(({ onClick }) => (onClick && 'action' in onClick ? [parametersIn(onClick.action)] : [])).filter(({ action }) => action === 'open-contact').map(({ contactId }) => contactId!)
const links = (card: Card) => [...textOf(card).matchAll(/"url":"([^"]+)"/g)].map((match) => match[1]!)
const open = async (contactId: string, facts = {}) => topOf(await day.send(day.drawn(openContactAction, { contactId }), facts))
const vektor = 'cp-vektor'
const plan = { startsAt: '2026-11-25T09:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: vektor } as const

describe('history', () => {
  /** Every page of a history, by its own buttons. */
  async function pages(first: Card, facts = {}) {
    const all = [first]
    while (findButton(all.at(-1)!, 'Earlier')) all.push(topOf(await day.press(all.at(-1)!, 'Earlier', facts)))
    return all
  }

  it('from an email, its pages show every contact of the client once, the newest first', async () => {
    for (let at = 0; at < 23; at++) await day.olga('createContact', { body: { ...plan, startsAt: `2026-08-0${1 + (at % 3)}T09:00:00Z`, status: 'held', subject: `Earlier call ${at}` } })
    const { message, card } = await day.openMessage(/^ivan\.petrov@vector\.example Запрос/)
    const opened = await day.press(card, 'All history')
    expect(stepsOf(opened)).toMatchObject([{ pushCard: { name: 'history', header: { title: 'ООО «Вектор»', subtitle: 'History' } } }])
    const shown = await pages(topOf(opened))
    const wanted = await day.olga('listContacts', { query: { counterpartyId: [vektor], limit: 200 } })
    expect(shown.flatMap(idsIn)).toEqual(wanted.items.map(({ id }) => id))
    expect(shown.length).toBeGreaterThan(1)
    expect(shown.map(({ sections }) => sections[1]!.header)).toEqual([...shown.slice(1).map((_, at) => (at === 0 ? 'History 20+' : 'Earlier contacts 20+')), `Earlier contacts ${wanted.items.length % 20}`])
    expect(parametersIn((rowsOf(shown[1]!)[0]!.onClick as { action: never }).action)).toMatchObject({ message })
    expect(idsIn(topOf(await day.press(shown.at(-1)!, 'To the latest')))).toEqual(idsIn(shown[0]!))
  })

  it('is narrowed to a method as soon as it is chosen, and its pages stay narrowed', async () => {
    const whole = day.drawn(openHistoryAction, { counterpartyId: vektor })
    const answer = await day.send(whole, { inputs: { historyMethod: typed('call') } })
    expect(stepsOf(answer)).toMatchObject([{ updateCard: { name: 'history' } }])
    const wanted = (await day.olga('listContacts', { query: { counterpartyId: [vektor], method: ['call'], limit: 200 } })).items
    expect(wanted.length).toBeGreaterThan(20)
    expect((await pages(topOf(answer), { inputs: { historyMethod: typed('call') } })).flatMap(idsIn)).toEqual(wanted.map(({ id }) => id))
    expect((await pages(topOf(answer))).flatMap(idsIn)).toEqual(wanted.map(({ id }) => id))
    expect(textOf(topOf(await day.send(whole, { inputs: { historyMethod: typed('fax') } })))).toContain('Choose another method above.')
  })

  it('goes to the first page where the next one cannot be found any more, or belongs to another method', async () => {
    const first = idsIn(topOf(await day.send(day.drawn(openHistoryAction, { counterpartyId: vektor }))))
    expect(idsIn(topOf(await day.send(day.drawn(openHistoryAction, { counterpartyId: vektor, cursor: 'an older version wrote this' }))))).toEqual(first)
    const later = topOf(await day.send(day.drawn(openHistoryAction, { counterpartyId: vektor })))
    const calls = topOf(await day.press(later, 'Earlier', { inputs: { historyMethod: typed('call') } }))
    expect(calls.sections[1]!.header).toBe('History 20+')
  })

  it('of a person holds what that person took part in', async () => {
    const person = (await day.olga('listPersons', { query: { counterpartyId: [vektor], q: 'Petrov' } })).items[0]!
    const card = topOf(await day.send(day.drawn(openHistoryAction, { personId: person.id })))
    expect(card.header).toEqual({ title: 'Ivan Petrov', subtitle: 'History · ООО «Вектор»' })
    const wanted = (await day.olga('listContacts', { query: { personId: [person.id], limit: 20 } })).items
    expect(idsIn(card)).toEqual(wanted.map(({ id }) => id))
  })

  it('that is empty says what to do', async () => {
    const { id } = await day.olga('createCounterparty', { body: { name: 'Nobody Yet Ltd' } })
    const card = topOf(await day.send(day.drawn(openHistoryAction, { counterpartyId: id })))
    expect(card.sections[1]!.header).toBe('History 0')
    expect(findButton(card, 'Log a call')).toBeDefined()
  })
})

describe('a contact', () => {
  it('is opened from the history with all that is known of it, in the language of the visit', async () => {
    const [type] = (await day.olga('dictionaries')).contactTypes
    const { id } = await day.olga('createContact', { body: { ...plan, status: 'held', startsAt: '2026-11-20T09:00:00Z', durationMinutes: 15, subject: 'Rebate <7 %>', content: 'Said a lot', result: 'Agreed & done', comment: 'Be kind', type: type!.id, priority: 'high' } })
    const card = await open(id)
    for (const words of ['Outgoing call', 'Rebate &lt;7 %&gt;', 'Friday, 20 November 2026 at 12:00', '15 min', 'Said a lot', 'Agreed &amp; done', 'Be kind', type!.name, 'Priority: high', 'Registered by Olga Smirnova · by hand']) expect(textOf(card)).toContain(words)
    const russian = textOf(await open(id, { locale: 'ru' }))
    expect(russian).toContain('Исходящий звонок')
    expect(russian).not.toContain(type!.name)
  })

  it('says in whose mailbox its email lies, and opens one’s own in Gmail by its Message-ID', async () => {
    const { message, card } = await day.openMessage(/^john\.ross@beta\.example Order 4471/)
    const registered = topOf(await day.press(card, 'Register'))
    const own = topOf(await day.press(registered, 'Open'))
    const stored = (await day.contacts()).find(({ subject }) => subject === 'Order 4471: delivery dates')!
    expect(links(own)).toContain(`https://mail.google.com/mail/#search/rfc822msgid:${encodeURIComponent(stored.messageId!.replace(/[<>]/g, ''))}`)
    const anna = await day.server.as('anna@demo.example')
    const { contact } = await anna('registerMessage', { body: { message: aLetter({ to: [{ name: '', address: 'anna@demo.example' }] }) } })
    const hers = await open(contact.id, { message })
    expect(textOf(hers)).toContain('The email is in the mailbox of Anna Orlova.')
    expect(links(hers).filter((url) => url.includes('mail.google.com'))).toEqual([])
  })

  it('that is private keeps its words from those who take no part', async () => {
    const anna = await day.server.as('anna@demo.example')
    const secret = await anna('createContact', { body: { ...plan, startsAt: '2026-12-24T09:00:00Z', subject: 'Secret subject', content: 'Secret content', result: 'Secret result', private: true } })
    const card = await open(secret.id)
    expect(textOf(card)).toContain('only those who take part see the words')
    const history = topOf(await day.send(day.drawn(openHistoryAction, { counterpartyId: vektor })))
    const client = topOf(await day.send(day.drawn(openClientAction, { counterpartyId: vektor })))
    expect(idsIn(history)).toContain(secret.id)
    for (const shown of [card, history, client]) expect(textOf(shown)).not.toMatch(/Secret/)
    await anna('cancelContact', { id: secret.id })
  })

  it('leads to what it followed from and to what follows', async () => {
    const before = await day.olga('createContact', { body: { ...plan, status: 'held', startsAt: '2026-11-10T09:00:00Z', subject: 'The first step' } })
    const after = await day.olga('planNext', { id: before.id, body: { at: '2026-12-01T09:00:00Z', subject: 'The second step' } })
    expect(idsIn(await open(before.id))).toEqual([after.id])
    expect(idsIn(await open(after.id))).toEqual([before.id])
    await day.olga('undoContact', { id: before.id })
    expect(idsIn(await open(after.id))).toEqual([])
  })

  it('that is planned is cancelled with a reason, once', async () => {
    const { id } = await day.olga('createContact', { body: { ...plan, subject: 'To be cancelled' } })
    const { message } = await day.openMessage(/^ivan\.petrov@vector\.example Запрос/)
    const card = topOf(await day.send(day.drawn(openContactAction, { contactId: id, message })))
    const form = topOf(await day.press(card, 'Cancel it…'))
    const done = await day.twice(form, 'Cancel it', { inputs: { reason: typed('The factory is closed') } })
    expect(said(done)).toBe('The contact is cancelled')
    expect(stepsOf(done)).toMatchObject([{ popToRoot: true }, { updateCard: { name: 'message' } }])
    expect(await day.olga('getContact', { id })).toMatchObject({ status: 'cancelled', result: 'The factory is closed' })
    expect(findButton(await open(id), 'Cancel it…')).toBeUndefined()
  })

  it('that is held cannot be cancelled by a button drawn before', async () => {
    const { id } = await day.olga('createContact', { body: { ...plan, status: 'held', startsAt: '2026-11-20T09:00:00Z' } })
    expect(topOf(await day.send(day.drawn(cancelContactAction, { contactId: id }))).header.title).toBe('The contact is not in the right status for this')
  })

  it('is undone after a question, and is nowhere after that', async () => {
    const { id } = await day.olga('createContact', { body: { ...plan, status: 'held', startsAt: '2026-11-20T09:00:00Z', subject: 'By mistake' } })
    const question = topOf(await day.press(await open(id), 'Undo registration'))
    const undone = await day.twice(question, 'Undo registration')
    expect(said(undone)).toBe('The registration is undone')
    expect(stepsOf(undone)).toMatchObject([{ popToRoot: true }, { updateCard: { name: 'home' } }])
    expect((await open(id)).name).toBe('failure')
  })

  it('of a colleague is not offered to be undone, nor undone when asked for', async () => {
    const anna = await day.server.as('anna@demo.example')
    const { id } = await anna('createContact', { body: plan })
    expect(findButton(await open(id), 'Undo registration')).toBeUndefined()
    expect(topOf(await day.send(day.drawn(undoContactAction, { contactId: id }))).header.title).toBe('The registration can no longer be undone by you')
    expect(await day.olga('getContact', { id })).toMatchObject({ status: 'planned' })
  })

  it.each(['no-such-contact', 'cp-vektor', '\u0000', "' OR 1=1 --"])('of the id %j is an error card that says what to do', async (contactId) => {
    expect(await open(contactId)).toMatchObject({ name: 'failure', header: { title: 'There is no such thing here' } })
  })
})

describe('a client', () => {
  it('shows who answers, what is next, how to reach it, and its people', async () => {
    const card = topOf(await day.send(day.drawn(openClientAction, { counterpartyId: vektor })))
    expect(card.header).toEqual({ title: 'ООО «Вектор»', subtitle: 'Class A · VIP' })
    const client = await day.olga('getCounterparty', { id: vektor })
    for (const address of client.addresses) expect(links(card)).toContain(`mailto:${address}`)
    for (const phone of client.phones) expect(links(card)).toContain(`tel:${phone.replace(/[^\d+]/g, '')}`)
    const people = await day.olga('listPersons', { query: { counterpartyId: [vektor], limit: 200 } })
    expect(rowsOf(card).filter(({ onClick }) => onClick && 'action' in onClick && parametersIn(onClick.action).personId)).toHaveLength(10)
    expect(textOf(card)).toContain(`and ${people.items.length - 10} more`)
    expect(textOf(card)).toContain('Next · ')
  })

  it('names the nearest plan and the latest contact, and an overdue plan where nothing else is ahead', async () => {
    const { id } = await day.olga('createCounterparty', { body: { name: 'Timing Ltd' } })
    const rows = async () => rowsOf(topOf(await day.send(day.drawn(openClientAction, { counterpartyId: id })))).filter(({ topLabel }) => /^(Next|Last)/.test(topLabel ?? '')).map(({ text, bottomLabel }) => [text, bottomLabel])
    const create = (subject: string, startsAt: string, status: 'planned' | 'held') => day.olga('createContact', { body: { ...plan, counterpartyId: id, subject, startsAt, status } })
    expect(await rows()).toEqual([['Nothing is planned', undefined], ['No contact yet', undefined]])
    await create('Forgotten', '2026-11-01T09:00:00Z', 'planned')
    await create('Long ago', '2026-10-01T09:00:00Z', 'held')
    expect(await rows()).toEqual([['Forgotten', 'Outgoing call · Olga Smirnova · Overdue'], ['Long ago', 'Outgoing call · Olga Smirnova · Held']])
    await create('Far ahead', '2027-03-01T09:00:00Z', 'planned')
    await create('Near', '2026-11-24T09:00:00Z', 'planned')
    await create('Lately', '2026-11-20T09:00:00Z', 'held')
    expect(await rows()).toEqual([['Near', 'Outgoing call · Olga Smirnova · Planned'], ['Lately', 'Outgoing call · Olga Smirnova · Held']])
  })

  it('leads to a person and from the person back, with the email kept', async () => {
    const { message } = await day.openMessage(/^ivan\.petrov@vector\.example Запрос/)
    const card = topOf(await day.send(day.drawn(openClientAction, { counterpartyId: vektor, message })))
    const row = rowsOf(card).find(({ text }) => text === 'Ivan Petrov')!
    const person = topOf(await day.send(parametersIn((row.onClick as { action: never }).action)))
    expect(person).toMatchObject({ name: 'person', header: { title: 'Ivan Petrov', subtitle: 'Head of purchasing · ООО «Вектор»' } })
    expect(links(person)).toContain('mailto:ivan.petrov@vector.example')
    expect(textOf(person)).toContain('Birthday')
    expect(parametersOf(findButton(person, 'Only this person'))).toMatchObject({ message, personId: parametersIn((row.onClick as { action: never }).action).personId })
    const back = rowsOf(person).find(({ topLabel }) => topLabel === 'Client')!
    expect(topOf(await day.send(parametersIn((back.onClick as { action: never }).action))).name).toBe('client')
  })

  it.each([{ counterpartyId: 'nobody' }, { personId: 'nobody' }, {}])('of the ids %j is an error card', async (ids) => {
    expect(topOf(await day.send(day.drawn(openClientAction, ids))).name).toBe('failure')
    expect(topOf(await day.send(day.drawn(openHistoryAction, ids))).name).toBe('failure')
  })
})
