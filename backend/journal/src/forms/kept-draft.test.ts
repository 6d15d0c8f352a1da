import { dropDraft, dropDrafts, keepDraft, keptDraft } from './kept-draft'

const stored = new Map<string, string>()
beforeAll(() => {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    value: { get length() { return stored.size }, key: (at: number) => [...stored.keys()][at] ?? null, getItem: (name: string) => stored.get(name) ?? null, setItem: (name: string, value: string) => { stored.set(name, value) }, removeItem: (name: string) => { stored.delete(name) } },
  })
})
afterAll(() => { Reflect.deleteProperty(globalThis, 'sessionStorage') })
beforeEach(() => stored.clear())

const at = new Date('2026-11-22T10:00:00Z')
const base = { subject: '', minutes: '' }
const olga = { managerId: 'm-olga', form: 'log' }
const anna = { managerId: 'm-anna', form: 'log' }

it('offers an unsaved form to whoever filled it in, and to nobody else', () => {
  keepDraft(olga, { subject: 'Between us', minutes: '5' }, at)
  expect(keptDraft(olga, base)).toEqual({ at, draft: { subject: 'Between us', minutes: '5' } })
  expect(keptDraft(anna, base)).toBeNull()
  dropDraft(olga)
  expect(keptDraft(olga, base)).toBeNull()
})

it('forgets every unsaved form of the window when one leaves, and nothing that is none', () => {
  stored.set('journal-draft:log', JSON.stringify({ at, draft: { subject: 'Of an older version' } }))
  stored.set('counterpane.other', 'kept')
  keepDraft(olga, { subject: 'One' }, at)
  keepDraft({ managerId: 'm-olga', form: 'edit:c1' }, { subject: 'Two' }, at)
  dropDrafts()
  expect([...stored.keys()]).toEqual(['counterpane.other'])
})

it('keeps the forms of who comes back after the session ran out, and drops those of others', () => {
  keepDraft(olga, { subject: 'Mine' }, at)
  keepDraft(anna, { subject: 'Not mine' }, at)
  dropDrafts({ but: 'm-anna' })
  expect([keptDraft(olga, base), keptDraft(anna, base)?.draft.subject]).toEqual([null, 'Not mine'])
})
