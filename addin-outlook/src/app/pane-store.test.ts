import { NoConnectionError } from '@counterpane/shared/contract/http-client'
import { aLetter, anAnswer, aPane, settled } from './pane-test-kit'

const shownName = (pane: ReturnType<typeof aPane>) => pane.store.get().view?.answer?.match.person?.name ?? null

it('one question is asked for one message', async () => {
  const pane = aPane()
  pane.client.show(aLetter('ivan'))
  pane.begin()
  pane.client.show(aLetter('ivan'))
  await pane.asked[0]?.answer(anAnswer('ivan'))
  expect(pane.asked.map(({ name }) => name)).toEqual(['sidebar'])
  expect(shownName(pane)).toBe('ivan')
})

it('a late answer never appears on another message, and serves its own when that is opened again', async () => {
  const pane = aPane()
  pane.client.show(aLetter('kim'))
  pane.begin()
  pane.client.show(aLetter('lee'))
  await pane.asked[0]?.answer(anAnswer('kim'))
  expect(pane.store.get().open).toBe('lee')
  expect(shownName(pane)).toBeNull()
  await pane.asked[1]?.answer(anAnswer('lee'))
  expect(shownName(pane)).toBe('lee')
  pane.client.show(aLetter('kim'))
  expect(shownName(pane)).toBe('kim')
  expect(pane.asked).toHaveLength(2)
})

it('from one message to another and back, the first is asked about once although its answer was late', async () => {
  const pane = aPane()
  pane.client.show(aLetter('a'))
  pane.begin()
  pane.client.show(aLetter('b'))
  pane.client.show(aLetter('a'))
  expect(pane.asked).toHaveLength(2)
  await pane.asked[1]?.answer(anAnswer('b'))
  expect(shownName(pane)).toBeNull()
  await pane.asked[0]?.answer(anAnswer('a'))
  expect(shownName(pane)).toBe('a')
})

it('when nothing is open nothing of the last message is shown', async () => {
  const pane = aPane()
  pane.client.show(aLetter('ivan'))
  pane.begin()
  pane.client.show(null)
  await pane.asked[0]?.answer(anAnswer('ivan'))
  expect(pane.store.get()).toMatchObject({ open: null, view: null })
})

it('a question lost on the way is said, and asked again when wanted', async () => {
  const pane = aPane()
  pane.client.show(aLetter('ivan'))
  pane.begin()
  await pane.asked[0]?.fail(new NoConnectionError('no answer'))
  expect(pane.store.get().view?.failure).toEqual({ kind: 'offline' })
  void pane.store.ask('ivan')
  await pane.asked[1]?.answer(anAnswer('ivan'))
  expect(pane.store.get().view).toMatchObject({ failure: null, asking: false })
})

it('what a manager changed with one client is asked anew on that client’s other messages only', async () => {
  const pane = aPane()
  for (const name of ['ivan', 'anna', 'kim']) {
    pane.client.show(aLetter(name))
    if (name === 'ivan') pane.begin()
    await pane.asked.at(-1)?.answer(anAnswer(name))
  }
  pane.store.forgetClients(['c-ivan'], 'kim')
  pane.client.show(aLetter('anna'))
  expect(pane.asked).toHaveLength(3)
  pane.client.show(aLetter('ivan'))
  expect(shownName(pane)).toBe('ivan')
  expect(pane.asked).toHaveLength(4)
  await settled()
})

const inThread = (name: string) => ({ ...aLetter(name), snapshot: { ...aLetter(name).snapshot, conversationId: 'thread' } })
const registered = (name: string) => ({ contactId: `k-${name}`, by: { id: 'm-1', name: 'Olga' }, at: '2026-11-22T08:00:00.000Z', counterparty: { id: `c-${name}`, name }, canUndo: true })

it('the first registration makes a conversation known here and anew on its other messages, undoing takes it back', async () => {
  const pane = aPane()
  for (const name of ['anna', 'ivan']) {
    pane.client.show(inThread(name))
    if (name === 'anna') pane.begin()
    await pane.asked.at(-1)?.answer(anAnswer(name))
  }
  const answer = pane.store.get().view?.answer
  if (!answer) throw new Error('no answer')
  pane.store.patchView('ivan', { answer: { ...answer, registered: registered('ivan') } })
  expect(pane.store.get().view?.answer?.conversation).toEqual({ contacts: 0, contactId: 'k-ivan', counterparty: { id: 'c-ivan', name: 'ivan' }, person: null, following: false })
  pane.client.show(inThread('anna'))
  expect(pane.asked).toHaveLength(3)
  const standing = { contacts: 1, contactId: 'k-ivan', counterparty: { id: 'c-ivan', name: 'ivan' }, person: null, following: false }
  await pane.asked[2]?.answer(anAnswer('anna', { conversation: standing }))
  pane.client.show(inThread('ivan'))
  expect(pane.asked).toHaveLength(3)
  pane.store.patchView('ivan', { answer })
  expect(pane.store.get().view?.answer?.conversation).toBeNull()
})

it('looking again asks about the open message, and tells what is no message to read itself', async () => {
  const pane = aPane()
  pane.client.show(aLetter('ivan'))
  pane.begin()
  await pane.asked[0]?.answer(anAnswer('ivan'))
  void pane.store.refresh()
  expect(pane.asked).toHaveLength(2)
  pane.client.show(null)
  await pane.store.refresh()
  expect(pane.asked).toHaveLength(2)
  expect(pane.store.get().looks).toBe(2)
})
