import { markRule, type JournalRow, type MarkRule } from '@counterpane/shared/contract/journal'
import { markColumns, readMarks, writeMarks } from './kept-marks'
import { markOf } from './mark-of'

const row = (part: Partial<JournalRow> = {}): JournalRow => ({
  id: 'c', etag: 'e', startsAt: '2026-11-22T08:00:00.000Z', durationMinutes: null, method: 'call', direction: 'outgoing', status: 'held', state: 1, overdue: false, priority: 'medium', type: null, firm: null, adSource: null,
  manager: { id: 'm-olga', name: 'Olga' }, managers: [{ id: 'm-olga', name: 'Olga' }], registeredBy: null, counterparty: null, clientClass: 'A', vip: true, persons: [], subject: '', result: ' ', comment: '', source: 'manual', private: false,
  files: 0, previousId: null, nextAt: null, createdAt: '2026-11-22T08:00:00.000Z', updatedAt: '2026-11-22T08:00:00.000Z', calendar: null, ...part,
})
const rule = (column: MarkRule['column'], ...values: string[]): MarkRule => ({ column, values, tone: 'red', label: column })

it.each<[MarkRule, Partial<JournalRow>, boolean]>([
  [rule('method', 'letter', 'call'), {}, true], [rule('method', 'letter'), {}, false], [rule('state', '1', '2'), {}, true], [rule('state', '3'), {}, false], [rule('clientClass', 'A'), {}, true], [rule('clientClass', 'none'), { clientClass: null }, true],
  [rule('type', 'none'), {}, true], [rule('type', 't'), { type: { id: 't', name: 'Claim' } }, true], [rule('firm', 'f'), {}, false], [rule('vip', 'true'), {}, true], [rule('vip', 'true'), { vip: false }, false], [rule('overdue', 'true'), { overdue: true }, true],
  [rule('private', 'true'), {}, false], [rule('noResult', 'true'), {}, true], [rule('noResult', 'true'), { result: 'Agreed' }, false], [rule('registeredBy', 'none'), {}, true],
  [rule('manager', 'm-anna'), { managers: [{ id: 'm-olga', name: 'Olga' }, { id: 'm-anna', name: 'Anna' }] }, true], [rule('manager', 'm-anna'), {}, false],
  [rule('minutes', '60'), { durationMinutes: 60 }, true], [rule('minutes', '60'), { durationMinutes: 59 }, false], [rule('minutes', '0'), {}, false], [rule('minutes', 'long'), { durationMinutes: 600 }, false],
])('looks with %j at %j: %s', (marks, part, isMarked) => {
  expect(markOf(row(part), [marks]) !== null).toBe(isMarked)
})

it('lets the first rule that fits win', () => {
  const [first, second] = [rule('vip', 'true'), rule('method', 'call')]
  expect(markOf(row(), [first, second])).toBe(first)
  expect(markOf(row(), [second, first])).toBe(second)
  expect(markOf(row(), [])).toBeNull()
})

it('knows the columns that the contract knows', () => {
  expect([...markColumns]).toEqual(markRule.shape.column.options)
})

it('keeps rules at the workplace, and of what it cannot read keeps the rest', () => {
  const good = rule('vip', 'true')
  expect(readMarks(writeMarks([good]))).toEqual([good])
  expect(readMarks(JSON.stringify([good, { column: 'weight', values: ['1'], tone: 'red', label: '' }, { ...good, tone: 'infrared' }, { ...good, values: [] }, null, 7]))).toEqual([good])
  for (const broken of [null, '', '{', '{}', '"x"']) expect(readMarks(broken)).toEqual([])
})
