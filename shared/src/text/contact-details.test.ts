import { contactDetailsIn } from './contact-details'

test('a Russian signature gives its job title and both phones', () => {
  expect(contactDetailsIn('Пришлите прайс.\n\n-- \nС уважением,\nЕкатерина Лаптева\nруководитель отдела снабжения\nООО «Лаптрейд»\nтел.: +7 (383) 555-05-15 доб. 104\nмоб.: +7 913 555-05-16\n'))
    .toEqual({ phones: ['+7 (383) 555-05-15', '+7 913 555-05-16'], position: 'руководитель отдела снабжения' })
})

test('the firm behind a job title is left out', () => {
  expect(contactDetailsIn('John Ross\nOperations Manager | Beta Industries\n+44 20 7946 0991')).toEqual({ phones: ['+44 20 7946 0991'], position: 'Operations Manager' })
  expect(contactDetailsIn('Иван Петров\nначальник отдела закупок, ООО «Вектор»\nтел. 8 (495) 555-01-17').position).toBe('начальник отдела закупок')
})

test('dates, sums and account numbers are no phones, and what is quoted is somebody else\'s', () => {
  expect(contactDetailsIn('Счёт от 20.11.2026 на 1 200 000 руб.\nр/с 40702810900000001234\n> +7 495 555-01-17\n> director')).toEqual({ phones: [], position: null })
})
