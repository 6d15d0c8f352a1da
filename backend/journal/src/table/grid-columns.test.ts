import { columnsIn, layoutOf, leastWidth, usualColumns } from './grid-columns'

const usual = usualColumns.map((key) => ({ key, width: null }))

test('in every room the usual columns fit without scrolling sideways, and none comes back when room is lost', () => {
  let before = 0
  for (let width = 720; width <= 1_600; width++) {
    const columns = columnsIn(layoutOf(width), usual)
    expect([width, leastWidth(columns) <= width]).toEqual([width, true])
    expect(columns.length).toBeGreaterThanOrEqual(before)
    before = columns.length
  }
  expect(before).toBe(usual.length)
  expect(layoutOf(719)).toBe('cards')
})
