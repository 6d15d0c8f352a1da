import { datesFrom, fallingOn, monthDaysOf } from './remembered-days'

it('dates begin with the day it is in that zone, and pass the end of a month', () => {
  expect(datesFrom(new Date('2026-11-29T22:00:00Z'), 'Europe/Moscow', 3)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02'])
  expect(datesFrom(new Date('2026-11-29T22:00:00Z'), 'UTC', 1)).toEqual(['2026-11-29'])
})

it('tells the date and the age', () => {
  expect(fallingOn('1986-12-01', ['2026-11-30', '2026-12-01'])).toEqual({ date: '2026-12-01', years: 40 })
  expect(fallingOn('1986-12-03', ['2026-11-30', '2026-12-01'])).toBeNull()
})

it('knows nobody’s age when the year was not told, or lies ahead', () => {
  expect(fallingOn('0001-12-01', ['2026-12-01'])?.years).toBeNull()
  expect(fallingOn('2030-12-01', ['2026-12-01'])?.years).toBeNull()
})

it('who was born on 29 February has a birthday every year', () => {
  expect(monthDaysOf(['2026-02-28', '2026-03-01'])).toEqual(['02-28', '02-29', '03-01'])
  expect(monthDaysOf(['2028-02-28', '2028-02-29'])).toEqual(['02-28', '02-29'])
  expect(fallingOn('2000-02-29', ['2026-02-28'])).toEqual({ date: '2026-02-28', years: 26 })
})

it('finds a day without a year, over the turn of the year, and on 29 February itself when there is one', () => {
  expect(fallingOn('--01-01', datesFrom(new Date('2026-12-31T12:00:00Z'), 'UTC', 3))).toEqual({ date: '2027-01-01', years: null })
  expect(fallingOn('2019-01-02', datesFrom(new Date('2026-12-31T12:00:00Z'), 'UTC', 3))).toEqual({ date: '2027-01-02', years: 8 })
  expect([fallingOn('--02-29', ['2028-02-28', '2028-02-29'])?.date, fallingOn('--02-29', ['2027-02-28', '2027-03-01'])?.date]).toEqual(['2028-02-29', '2027-02-28'])
})
