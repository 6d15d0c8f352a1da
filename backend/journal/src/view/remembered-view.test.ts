import { defaultView, type JournalView } from './journal-view'
import { rememberedView, rememberView } from './remembered-view'

const kept = new Map<string, string>()
beforeAll(() => {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => { kept.set(name, value) } } })
})
afterAll(() => { Reflect.deleteProperty(globalThis, 'localStorage') })
beforeEach(() => kept.clear())

const view = (part: Partial<JournalView>): JournalView => ({ ...defaultView, ...part })

it('opens at today with the filters it was left with, without the words that were searched for', () => {
  rememberView(view({ period: 'month', method: ['call'], q: 'secret' }), defaultView)
  expect(rememberedView()).toEqual(view({ method: ['call'] }))
})

it('remembers the manager who is chosen while it looks at what was forgotten, and nothing of that look', () => {
  const before = view({ method: ['call'] })
  rememberView(before, defaultView)
  const look = view({ period: 'all', withoutClient: true, status: ['held'] })
  rememberView(look, before)
  expect(rememberedView()).toEqual(before)
  rememberView({ ...look, managerId: ['m-anna'] }, look)
  expect(rememberedView()).toEqual(view({ method: ['call'], managerId: ['m-anna'] }))
})

it('remembers a manager taken out again, and takes another look for no choice', () => {
  rememberView(view({ managerId: ['m-anna'] }), defaultView)
  const look = view({ period: 'all', overdue: true, managerId: ['m-anna'] })
  rememberView({ ...look, overdue: false, noOutcome: true, managerId: [] }, look)
  expect(rememberedView()).toEqual(view({ managerId: ['m-anna'] }))
  rememberView({ ...look, managerId: [] }, look)
  expect(rememberedView()).toEqual(defaultView)
})
