import { adviceOf } from './problem-advice'

const year = 'a date of the years 1 to 9999 in UTC'
const raw = { detail: `startsAt: ${year}. Correct the fields named and send it again.`, errors: [{ path: 'startsAt', message: year }] }

it('names a field as people know it, once', () => {
  expect(adviceOf(raw, 'Correct the fields named and send it again.', 'en')).toBe(`Correct the fields named and send it again. Date, time: ${year}`)
  expect(adviceOf({ detail: `next.at: ${year}`, errors: [{ path: 'next.at', message: year }] }, 'Correct it.', 'en')).toBe(`Correct it. When: ${year}`)
})
it('says no word of English to a Russian reader', () => {
  expect(adviceOf({ ...raw, detail: raw.detail.replace('Correct the fields named and send it again', 'Исправьте') }, 'Исправьте указанные поля и отправьте снова.', 'ru')).toBe('Исправьте указанные поля и отправьте снова. Дата, время')
})
it('leaves words that were written for people as they are', () => {
  const told = 'Менеджер больше не работает здесь.'
  expect(adviceOf({ detail: `${told} Исправьте.`, errors: [{ path: 'managerId', message: told }] }, 'Исправьте.', 'ru')).toBe(`${told} Исправьте.`)
  expect(adviceOf({ detail: 'The chain would be a circle. Try again.', errors: [{ path: 'previousId', message: 'links to itself' }] }, '', 'en')).toBe('The chain would be a circle. Try again. Linked to: links to itself')
})
it('names several fields each once', () => {
  const errors = [{ path: 'items.0.id', message: 'Invalid' }, { path: 'personIds.0', message: 'Invalid' }, { path: 'personIds.1', message: 'Invalid' }]
  expect(adviceOf({ detail: errors.map(({ path, message }) => `${path}: ${message}`).join('; '), errors }, 'Исправьте поля.', 'ru')).toBe('Исправьте поля. id; Контактные лица')
})
