import type { OpenFile } from '../../mailbox/mailbox'
import { keptIds, pairWithContact, planFiles } from './plan-files'

const aFile = (id: string, size = 100, kind: OpenFile['kind'] = 'file'): OpenFile => ({ id, name: `${id}.pdf`, contentType: 'application/pdf', size, kind })
const policy = { keep: 'all' as const, maxFileBytes: 1_000, maxMessageBytes: 1_500 }

it('all files are kept where the organisation keeps all, but for links and for what is too large', () => {
  const plan = planFiles([aFile('offer'), aFile('film', 1_001), aFile('shared', 0, 'cloud'), aFile('forwarded', 10, 'item')], policy, null)
  expect(plan.map(({ kept, refusal }) => [kept, refusal])).toEqual([[true, null], [false, 'too-large'], [false, 'cloud'], [true, null]])
})

it('where only chosen ones are kept none is, until it is ticked', () => {
  const files = [aFile('offer'), aFile('scan')]
  expect(keptIds(planFiles(files, { ...policy, keep: 'chosen' }, null))).toEqual([])
  expect(keptIds(planFiles(files, { ...policy, keep: 'chosen' }, ['scan']))).toEqual(['scan'])
})

it('an untick is respected where all are kept', () => {
  expect(keptIds(planFiles([aFile('offer'), aFile('scan')], policy, ['offer']))).toEqual(['offer'])
})

it('what no longer fits into one email is refused, what still fits after it is not', () => {
  const plan = planFiles([aFile('a', 900), aFile('b', 700), aFile('c', 600)], policy, null)
  expect(plan.map(({ file, refusal }) => [file.id, refusal])).toEqual([['a', null], ['b', 'too-much'], ['c', null]])
})

it('nothing is kept where the organisation keeps nothing, whatever was ticked', () => {
  expect(planFiles([aFile('offer')], { ...policy, keep: 'none' }, ['offer'])).toMatchObject([{ kept: false, refusal: 'none-kept' }])
})

it('each file goes to its own record of the contact, also when names repeat or a colleague registered another order', () => {
  const files = [{ ...aFile('one'), name: 'scan.pdf' }, { ...aFile('two'), name: 'scan.pdf' }, aFile('offer', 50)]
  const records = [{ id: 'r3', name: 'offer.pdf', size: 50 }, { id: 'r1', name: 'scan.pdf', size: 100 }, { id: 'r2', name: 'scan.pdf', size: 100 }]
  expect([...pairWithContact(files, records)].map(([id, record]) => [id, record.id]).sort()).toEqual([['offer', 'r3'], ['one', 'r1'], ['two', 'r2']])
  expect(pairWithContact([aFile('new')], records).size).toBe(0)
})
