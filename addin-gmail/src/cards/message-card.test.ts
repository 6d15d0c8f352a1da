import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { buttonsOf, findButton, parametersOf } from '../testing/card-rules'
import { aContact, aContext, aMatch, aSidebar, aTask, aView, petrov, vector } from '../testing/sample-views'
import { many } from '../testing/cases/card-cases'
import { questionOf } from './follow-up-widgets'
import { messageCard } from './message-card'
import type { AfterRegistering, MessageView } from './message-view'

const long = 'Общество с ограниченной ответственностью «Северо-Западный завод специальных подшипников и редукторов», филиал'
// As the server signs: a real address, a real length.
const context = aContext({
  locale: 'ru',
  press: (action, parameters) => ({
    function: 'https://counterpane.some-company.example/gmail/action', loadIndicator: 'SPINNER',
    parameters: Object.entries({ ...parameters, action, expires: '1795000000000', signature: 'x'.repeat(43) }).map(([key, value]) => ({ key, value })),
  }),
})
const uuid = (at: number) => `019aa0b1-7d3e-7b8f-8f00-${String(at).padStart(12, '0')}`
const registered: NonNullable<Sidebar['registered']> = { contactId: uuid(9), by: { id: 'm', name: long }, at: '2026-11-20T07:42:00.000Z', counterparty: { id: vector.id, name: vector.name }, canUndo: true }
const text = (value: unknown) => JSON.stringify(value)
const outsider = (name: string, overrides: Partial<Sidebar['participants'][number]> = {}): Sidebar['participants'][number] => ({ address: `${name}@x.example`, name, kind: 'none', personId: null, counterpartyId: null, ...overrides })

it('a card with twenty tasks, ten contacts, ten people and long names stays below 40 kB', () => {
  const contact = aContact({ subject: long, manager: { id: 'm', name: long }, counterparty: { id: vector.id, name: long } })
  const sidebar = aSidebar({
    match: { person: { ...petrov, name: long, position: long }, counterparty: { ...vector, name: long }, candidates: many(20, (at) => ({ person: { ...petrov, id: uuid(at), name: long }, counterparty: { ...vector, name: long }, lastContactAt: '2026-11-01T10:00:00.000Z' })) },
    openTasks: many(20, (at) => aTask({ id: uuid(at), title: long, manager: { id: 'm', name: long } })), lastContact: contact, nextContact: { ...contact, id: uuid(2), status: 'planned' },
    history: { items: many(10, (at) => ({ ...contact, id: uuid(at) })), nextCursor: 'more' }, conversation: { contacts: 3, contactId: uuid(1), counterparty: { id: uuid(7), name: long }, person: null, following: true },
    participants: many(10, (at) => outsider(long, { kind: 'person', personId: uuid(at), counterpartyId: vector.id })),
  })
  const after = { contactId: registered.contactId, ask: 'plan' as const, lines: many(10, () => long) }
  for (const view of [aView(sidebar), aView({ ...sidebar, registered }, { after })]) expect(Buffer.byteLength(JSON.stringify(messageCard(view, context)))).toBeLessThan(40_000)
})

it('has one filled button on the card itself, whoever wrote', () => {
  const nobody = aMatch({ kind: 'none', rule: 'none', person: null, counterparty: null })
  for (const sidebar of [aSidebar(), { ...aSidebar(), match: nobody }, aSidebar({ match: { kind: 'suggestion' } }), aSidebar({ match: { kind: 'counterparty', person: null } }), aSidebar({ registered })]) {
    const { fixedFooter: _footer, ...card } = messageCard(aView(sidebar), context)
    expect(buttonsOf(card).filter(({ type }) => type === 'FILLED')).toHaveLength(1)
  }
})

it('the people of an email are listed with the main one first, and only when there are several', () => {
  const people = [outsider('Ivan', { address: 'ivan.petrov@vector.example', kind: 'person', personId: petrov.id, counterpartyId: vector.id }), outsider('Olga', { kind: 'internal' }), outsider('Nobody')]
  const card = messageCard(aView(aSidebar({ participants: people })), aContext())
  const list = card.sections.find(({ header }) => header === 'In this email: 2')!
  expect(list.widgets.map((widget) => 'decoratedText' in widget && widget.decoratedText.bottomLabel)).toEqual(['main · contact person · ООО «Вектор» · ivan.petrov@vector.example', 'not in the client base · Nobody@x.example'])
  // The form for the one who is not the main one is told the place among all participants.
  expect(text(list.widgets[1])).toContain('"key":"at","value":"2"')
  expect(text(messageCard(aView(aSidebar({ participants: people.slice(0, 2) })), aContext()))).not.toContain('In this email')
})

it('whoever stands in the list of people is not offered again as another possibility', () => {
  const candidates = ['p-2', 'p-3'].map((id) => ({ person: { ...petrov, id, name: `Person ${id}` }, counterparty: vector, lastContactAt: null }))
  const card = messageCard(aView(aSidebar({ match: { candidates }, participants: [outsider('Ivan', { kind: 'person', personId: petrov.id }), outsider('Two', { kind: 'person', personId: 'p-2' })] })), aContext())
  const offered = card.sections.find(({ header }) => header === 'It may also be')!
  expect(text(offered)).toContain('Person p-3')
  expect(text(offered)).not.toContain('Person p-2')
})

describe('after registering', () => {
  const plan = aContact({ id: 'plan', status: 'planned', startsAt: '2026-11-24T08:00:00.000Z' })
  const note = aTask({ id: 'note', kind: 'note' })
  const ask = (ask: AfterRegistering['ask'], overrides: Partial<Sidebar> = {}) => questionOf(aView(aSidebar({ registered, nextContact: plan, openTasks: [note, aTask()], ...overrides }), { after: { contactId: 'c-9', ask, lines: [] } }))

  it.each([
    ['the plan first', ask('plan'), { kind: 'plan', contact: plan }], ['then the task, a note is none', ask('task'), { kind: 'task', task: aTask() }], ['then the next step', ask('next'), { kind: 'next' }],
    ['without a plan the task', ask('plan', { nextContact: null }), { kind: 'task', task: aTask() }], ['without either the next step', ask('plan', { nextContact: null, openTasks: [note] }), { kind: 'next' }],
    ['nothing of another client’s', ask('plan', { registered: { ...registered, counterparty: { id: 'k-other', name: 'Other' } } }), { kind: 'next' }],
    ['nothing of one without a client', ask('plan', { registered: { ...registered, counterparty: null } }), { kind: 'next' }], ['nothing when only files are told of', ask('nothing'), null], ['nothing when it was undone meanwhile', ask('plan', { registered: null }), null],
  ])('%s', (_what, question, wanted) => { expect(question).toEqual(wanted) })

  it('a card drawn later asks nothing and offers the next step', () => {
    const card = messageCard(aView(aSidebar({ registered })), aContext())
    expect(findButton(card, 'Close')).toBeUndefined()
    expect(parametersOf(findButton(card, 'Plan the next step'))).toMatchObject({ action: 'open-plan', contactId: registered.contactId })
  })
})

describe('a conversation with a client', () => {
  const conversation = { contacts: 2, contactId: 'c-1', counterparty: { id: 'k-7', name: 'Delta' }, person: { id: 'p-7', name: 'Anna' }, following: false }
  const nobody = aMatch({ kind: 'none', rule: 'none', person: null, counterparty: null })

  it('takes an email of somebody unknown in one press', () => {
    const card = messageCard(aView({ ...aSidebar({ conversation }), match: nobody }), aContext())
    expect(text(card)).toContain('2 emails of this conversation are registered for Delta')
    expect(parametersOf(findButton(card, 'Register for Delta'))).toMatchObject({ action: 'register', counterpartyId: 'k-7', personId: 'p-7' })
  })
  it.each([
    ['of the same client', aSidebar({ conversation: { ...conversation, counterparty: { id: vector.id, name: vector.name } } })], ['registered already', aSidebar({ conversation, registered })], ['excluded', aSidebar({ conversation, excluded: true })],
    ['between colleagues', aSidebar({ conversation, match: { kind: 'internal', rule: 'own-organisation', person: null, counterparty: null } })],
  ])('offers nothing of its own for an email that is %s', (_what, sidebar) => {
    expect(findButton(messageCard(aView(sidebar), aContext()), /^Register for/)).toBeUndefined()
  })
  it('followed, it says that nothing registers by itself', () => {
    expect(text(messageCard(aView(aSidebar({ conversation: { ...conversation, following: true } })), aContext()))).toContain('Gmail gives an email only on a press')
  })
  it('a letter that was started from a contact joins its chain by either Register button', () => {
    const card = messageCard(aView(aSidebar({ sendOrder: { id: 'o-1', counterparty: { id: vector.id, name: vector.name }, provisional: false } })), aContext())
    const orders = [findButton(card, 'Register'), card.fixedFooter?.primaryButton].map((button) => parametersOf(button).order)
    expect(orders).toEqual(['o-1', 'o-1'])
  })
})

it('what is on no card is behind the dots: not to be processed only where that can be kept', () => {
  const labels = (sidebar: Sidebar) => (messageCard(aView(sidebar), aContext()).cardActions ?? []).map(({ actionLabel }) => actionLabel)
  expect(labels(aSidebar())).toEqual(['Refresh', 'The whole conversation…', 'Not to be processed'])
  for (const sidebar of [aSidebar({ registered }), aSidebar({ excluded: true }), aSidebar({ messageId: null })]) expect(labels(sidebar)).not.toContain('Not to be processed')
})

it('where long names make a card too heavy, what is folded is left out with a way to all of it, and ordinary names lose nothing', () => {
  const warnings = many(5, () => ({ code: 'look-alike-domain' as const, text: 'ﷺ'.repeat(200), counterparty: null }))
  const full = (name: string, match: Partial<Sidebar['match']> = {}) => aView(aSidebar({
    match, registered, openTasks: many(20, (at) => aTask({ id: uuid(at), title: name })), history: { items: many(10, (at) => aContact({ id: uuid(at), subject: name, manager: { id: 'm', name } })), nextCursor: null },
    participants: many(10, (at) => outsider(name, { kind: 'person', personId: uuid(at), counterpartyId: vector.id })),
  }), { after: { contactId: registered.contactId, ask: 'nothing', lines: [], notTakenOver: { privately: true, visibility: 'full', comment: name.repeat(30) } } })
  const shown = (view: MessageView) => {
    const card = messageCard(view, context)
    expect(Buffer.byteLength(text(card))).toBeLessThanOrEqual(40_000)
    return card.sections.filter(({ header }) => header && header !== 'Внимание').map(({ header, widgets }) => `${header} (${widgets.length})`)
  }
  expect(shown(full('Vector'))).toEqual(['Открытые задачи: 20+ (11)', 'В этом письме: 10 (7)', 'История: 6+ (7)'])
  expect(shown(full('ﷺ'.repeat(200)))).toEqual(['Открытые задачи: 20+ (7)', 'В этом письме: 10 (7)', 'История: 6+ (7)'])
  expect(shown(full('ﷺ'.repeat(200), { warnings }))).toEqual(expect.arrayContaining(['Открытые задачи: 20+ (4)', 'В этом письме: 10 (5)', 'История: 3+ (4)']))
})
