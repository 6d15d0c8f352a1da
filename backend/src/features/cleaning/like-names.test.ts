import { likenessOf } from './like-names'
import { plainName } from './plain-name'

const likeness = (a: string, b: string) => likenessOf(plainName(a), plainName(b))

test.each([
  ['ООО «Вектор»', 'Вектор, ООО'], ['ООО "Вектор"', 'Vector LLC'], ['Ромашка', 'ЗАО Ромашка'], ['Общество с ограниченной ответственностью «Ромашка»', 'ООО Ромашка'], ['Siemens AG', 'SIEMENS'],
  ['Берёзка', 'Березка'], ['Müller GmbH', 'Muller G.m.b.H.'], ['О.О.О. Альфа', 'Альфа'], ['Гамма Сервис', 'Сервис-Гамма'], ['Иван Петров', 'Петров Иван'], ['Delta & Co', 'Дельта'],
])('%s and %s are one name', (a, b) => expect(likeness(a, b)).toBe('same-name'))

test.each([['Майкрософт', 'Microsoft'], ['Сименс', 'Siemens'], ['Ромашка', 'Ромашко'], ['Стройинвест', 'Стройинвестт'], ['Schneider Electric', 'Шнайдер Электрик']])('%s and %s sound alike', (a, b) => {
  expect(likeness(a, b)).not.toBeNull()
})

test.each([['Вектор', 'Сектор-М'], ['Магазин 12', 'Магазин 13'], ['Лада', 'Лиса'], ['', ''], ['«»', '—'], ['Альфа', 'Альфа Банк'], ['ООО', 'ЗАО']])('%s and %s are two', (a, b) => {
  expect(likeness(a, b)).toBeNull()
})

test('a hostile name costs no more than another', () => {
  const begun = performance.now()
  for (const name of ['.'.repeat(100_000), 'а.'.repeat(100_000), 'ё́'.repeat(50_000), '\u202e"><img src=x>', '🦆'.repeat(50_000)]) likeness(name, `${name}!`)
  expect(performance.now() - begun).toBeLessThan(500)
})
