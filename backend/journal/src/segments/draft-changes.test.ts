import { changesOf } from './draft-changes'

it('takes only what was changed, and nothing for what was empty and stays so', () => {
  const base = { status: 'New', region: null, dates: [{ name: 'Wedding', date: '--06-04' }], old: 'x' }
  expect(changesOf({ ...base, status: 'Old', dates: [{ name: 'Wedding', date: '--06-05' }] }, base)).toEqual({ status: 'Old', dates: [{ name: 'Wedding', date: '--06-05' }] })
  expect(changesOf({ a: null }, { a: undefined } as never)).toEqual({})
})
it('keeps a field that was emptied', () => {
  expect(changesOf<{ region: string | null }>({ region: null }, { region: 'North' })).toEqual({ region: null })
})
