import type { MarkRule, SavedView } from '@counterpane/shared/contract/journal'
import { isAsSaved, openViewOf, type ViewContent } from './view-match'

const rule: MarkRule = { column: 'vip', values: ['true'], tone: 'teal', label: 'VIP' }
const content = (part: Partial<ViewContent> = {}): ViewContent => ({ search: 'period=week&managerId=m', columns: [{ key: 'startsAt', width: null }], marks: [rule], ...part })
const saved = (id: string, part: Partial<ViewContent> = {}): SavedView => ({ id, etag: id, name: id, shared: false, owner: null, mine: true, createdAt: '', updatedAt: '', ...content(part) })

it('takes a view for changed when its filters, columns or marks are', () => {
  expect(isAsSaved(content(), content())).toBe(true)
  for (const other of [{ search: 'period=week' }, { search: 'period=week&managerId=m&group=day' }, { columns: [{ key: 'startsAt', width: 120 }] }, { columns: [] }, { marks: [] }, { marks: [{ ...rule, tone: 'red' as const }] }]) expect(isAsSaved(content(), content(other))).toBe(false)
})

it('does not care how the address is written, nor about columns that a view does not keep', () => {
  expect(isAsSaved(content({ search: 'managerId=m&period=week&colour=red' }), content())).toBe(true)
  expect(isAsSaved(content({ columns: [] }), content())).toBe(true)
  const { column, values, tone, label } = rule
  expect(isAsSaved(content(), content({ marks: [{ label, tone, values, column }] }))).toBe(true)
})

it('stays the same view a week earlier when its period moves with the calendar, and not when its date was saved', () => {
  expect(isAsSaved(content(), content({ search: 'period=week&at=2026-11-09&managerId=m' }))).toBe(true)
  expect(isAsSaved(content({ search: 'period=week&at=2026-11-09' }), content({ search: 'period=week' }))).toBe(false)
})

it('marks as open what was chosen, and what the screen shows exactly before what was changed', () => {
  const [mine, all] = [saved('mine'), saved('all', { search: 'period=all' })]
  expect(openViewOf([mine, all], null, content())).toEqual({ open: mine, changed: false })
  expect(openViewOf([mine, all], 'mine', content({ search: 'period=day' }))).toEqual({ open: mine, changed: true })
  expect(openViewOf([mine, all], 'mine', content({ search: 'period=all' }))).toEqual({ open: all, changed: false })
  expect(openViewOf([mine, all], 'deleted', content({ search: 'period=day' }))).toEqual({ open: null, changed: false })
  expect(openViewOf([mine, saved('twin')], 'twin', content()).open?.id).toBe('twin')
})
