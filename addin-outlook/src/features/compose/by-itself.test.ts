import { anAnswer, aLetter } from '../../app/pane-test-kit'
import type { MessageView } from '../../app/pane-state'
import type { Registering } from '../register/registering'
import { registerByItself } from './by-itself'
import { createLeftAlone } from './left-alone'

const following = { contacts: 1, contactId: 'k', counterparty: null, person: null, following: true }
const registered = { contactId: 'k-1', by: { id: 'm', name: 'Olga' }, at: '2026-11-22T08:00:00.000Z', counterparty: null, canUndo: true }
function aView(name: string, overrides: Parameters<typeof anAnswer>[1] = {}): MessageView {
  return {
    key: name, message: aLetter(name), asking: false, answer: anAnswer(name, { conversation: following, ...overrides }), failure: null, stale: false, chosen: null, work: 'idle', workFailure: null, retry: null,
    textMissing: false, followUp: null, chosenFiles: null, filesWork: null, mailbox: null,
  }
}
function aDesk() {
  const done: string[] = []
  return { done, registering: { register: (key: string) => { done.push(key); return Promise.resolve() } } as unknown as Registering }
}

it('waits until it is known whose mailbox the message lies in, and then registers once', () => {
  const { done, registering } = aDesk()
  registerByItself(registering, { ...aView('one'), mailbox: undefined }, null)
  expect(done).toEqual([])
  for (let time = 0; time < 3; time++) registerByItself(registering, aView('one'), null)
  expect(done).toEqual(['one'])
})

it('what was undone here is left alone', () => {
  const { done, registering } = aDesk()
  registerByItself(registering, aView('two'), aView('two', { registered }))
  registerByItself(registering, aView('two'), null)
  expect(done).toEqual([])
})

describe('messages left alone', () => {
  it('are remembered by the next pane of this browser, two hundred of them', () => {
    const kept = new Map<string, string>()
    const storage = () => ({ getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
    const first = createLeftAlone(storage)
    for (let count = 0; count < 250; count++) first.add(`<${count}>`)
    const next = createLeftAlone(storage)
    expect([next.has('<249>'), next.has('<50>'), next.has('<49>'), next.has('<other>')]).toEqual([true, true, false, false])
  })
  it('are remembered by this pane where storage is forbidden', () => {
    const forbidden = createLeftAlone(() => { throw new Error('forbidden') })
    forbidden.add('<1>')
    expect([forbidden.has('<1>'), forbidden.has('<2>')]).toEqual([true, false])
  })
})
