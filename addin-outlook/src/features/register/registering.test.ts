import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { aContact, aLetter, anAnswer, aPane, settled } from '../../app/pane-test-kit'

const reference = { id: 'c-ivan', name: 'Client of ivan' }
async function anOpenLetter(overrides: Parameters<typeof anAnswer>[1] = {}) {
  const pane = aPane()
  pane.client.show(aLetter('ivan'), 'Dear Olga')
  pane.begin()
  await pane.asked[0]?.answer(anAnswer('ivan', overrides))
  const orders = () => pane.asked.filter(({ name }) => name === 'registerMessage')
  const press = async () => { void pane.registering.register('ivan'); await settled() }
  return { ...pane, orders, press }
}
const problem = (status: number, code: string) => new ProblemError({ type: '', title: code, status, code, detail: '', reference: 'r' }, null)

it('one click sends the open message with its text, and says who registered it for whom', async () => {
  const { orders, press, store } = await anOpenLetter()
  await press()
  expect(orders()[0]?.options.body).toMatchObject({ client: 'outlook', message: { messageId: '<ivan@client.example>', itemId: 'item-ivan', text: 'Dear Olga', html: null } })
  await orders()[0]?.answer({ contact: aContact({ counterparty: reference }), created: true })
  expect(store.get().view).toMatchObject({ work: 'idle', answer: { registered: { contactId: 'k-1', by: { name: 'Olga Smirnova' }, canUndo: true, counterparty: reference } } })
  expect(store.get().view?.answer?.history.items.map(({ id }) => id)).toEqual(['k-1'])
})

it('two quick clicks are one order', async () => {
  const { orders, press } = await anOpenLetter()
  await press()
  await press()
  expect(orders()).toHaveLength(1)
})

it('a message opened while the text was being read is not registered in the other’s place', async () => {
  const { client, orders, registering, otherMessage } = await anOpenLetter()
  client.holdText(20)
  const registered = registering.register('ivan')
  client.show(aLetter('kim'))
  await registered
  expect(orders()).toEqual([])
  expect(otherMessage).toEqual(['told'])
})

it('a click that comes after another message was opened registers nothing', async () => {
  const { client, orders, press } = await anOpenLetter()
  client.show(aLetter('kim'))
  await press()
  expect(orders()).toEqual([])
})

it('a colleague’s registration is joined, not asked about', async () => {
  const { orders, press, store } = await anOpenLetter({ nextContact: aContact({ id: 'plan', status: 'planned' }) })
  await press()
  await orders()[0]?.answer({ contact: aContact({ registeredBy: { id: 'm-2', name: 'Anna Orlova' }, counterparty: reference }), created: false })
  expect(store.get().view?.answer?.registered).toMatchObject({ by: { name: 'Anna Orlova' }, canUndo: false })
  expect(store.get().view?.followUp).toBeNull()
})

it('after registering the plan it may close is asked about first, then the next step', async () => {
  const { asked, orders, press, registering, store } = await anOpenLetter({ nextContact: aContact({ id: 'plan', status: 'planned', startsAt: '2026-11-24T08:00:00.000Z' }) })
  await press()
  await orders()[0]?.answer({ contact: aContact({ counterparty: reference }), created: true })
  expect(store.get().view?.followUp?.plans).toMatchObject([{ kind: 'contact', contact: { id: 'plan' } }])
  registering.keepPlan('ivan')
  expect(store.get().view?.followUp?.plans).toEqual([])
  const planned = registering.planNext('ivan', { at: '2026-11-23T07:00:00.000Z', method: 'call' })
  await asked.at(-1)?.answer(aContact({ id: 'next', status: 'planned', startsAt: '2026-11-23T07:00:00.000Z', counterparty: reference }))
  await planned
  expect(store.get().view).toMatchObject({ followUp: null, answer: { nextContact: { id: 'next' } } })
})

it('without a connection the order is kept and sent later, once', async () => {
  const { orders, press, store, outbox } = await anOpenLetter()
  await press()
  await orders()[0]?.fail(new NoConnectionError('no answer'))
  expect(store.get()).toMatchObject({ toSend: 1, view: { work: 'kept' } })
  const sent = outbox.send()
  await orders()[1]?.answer({ contact: aContact({ counterparty: reference }), created: true })
  await sent
  await outbox.send()
  expect(orders()).toHaveLength(2)
  expect(store.get()).toMatchObject({ toSend: 0, view: { work: 'idle', answer: { registered: { contactId: 'k-1' } } } })
})

it('an order that the server will never take is told, and waits no longer', async () => {
  const { orders, press, store, outbox } = await anOpenLetter()
  await press()
  await orders()[0]?.fail(new NoConnectionError('no answer'))
  const sent = outbox.send()
  await orders()[1]?.fail(problem(409, 'nothing-to-register'))
  await sent
  expect(store.get()).toMatchObject({ toSend: 0, refused: 1 })
  outbox.discardRefused()
  expect(store.get()).toMatchObject({ toSend: 0, refused: 0 })
})

it('a server in trouble leaves the order waiting', async () => {
  const { orders, press, store, outbox } = await anOpenLetter()
  await press()
  await orders()[0]?.fail(new NoConnectionError('no answer'))
  const sent = outbox.send()
  await orders()[1]?.fail(problem(503, 'database-busy'))
  await sent
  expect(store.get()).toMatchObject({ toSend: 1, refused: 0 })
})

it('a retry repeats what was asked: a message meant to be registered by its subject stays so', async () => {
  const { orders, registering, store } = await anOpenLetter()
  void registering.register('ivan', { visibility: 'subject' })
  await settled()
  expect(orders()[0]?.options.body).toMatchObject({ visibility: 'subject', message: { text: null } })
  await orders()[0]?.fail(problem(503, 'database-busy'))
  expect(store.get().view).toMatchObject({ work: 'idle', retry: { visibility: 'subject' }, workFailure: { code: 'database-busy' } })
})

it('undo takes the contact out of the history and offers the button again', async () => {
  const { asked, orders, press, registering, store } = await anOpenLetter()
  await press()
  await orders()[0]?.answer({ contact: aContact({ counterparty: reference }), created: true })
  const undone = registering.undo('ivan')
  await asked.at(-1)?.answer(aContact())
  await undone
  expect(asked.at(-1)).toMatchObject({ name: 'undoContact', options: { id: 'k-1' } })
  expect(store.get().view).toMatchObject({ followUp: null, answer: { registered: null, lastContact: null, history: { items: [] } } })
})
