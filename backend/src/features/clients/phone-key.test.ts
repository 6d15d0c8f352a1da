import { phoneKeyOf } from './phone-key'

test.each([
  '8 (495) 123-45-67', '+7 495 123-45-67', '+7(495)1234567', '84951234567', '74951234567', '495 123 45 67', '8-495-123-45-67 доб. 12', '+7 495 123-45-67 ext. 12', '+7 495 123-45-67#12',
  'тел.: 8 495 123 45 67', '(495) 123–45–67', '８ ４９５ １２３ ４５ ６７', '00 7 495 1234567', '8 10 7 495 1234567',
])('%s is one and the same number', (text) => {
  expect(phoneKeyOf(text)).toBe('+74951234567')
})

test.each([['+49 (0)30 901820', '+4930901820'], ['+1 (212) 736-5000 x 5', '+12127365000'], ['+375 17 222-33-44', '+375172223344'], ['0044 20 7946 0018', '+442079460018'], ['+44 20 7946 0018', '+442079460018']])('%s keeps its own country', (text, key) => {
  expect(phoneKeyOf(text)).toBe(key)
})

test.each(['', '   ', '123-45-67', 'нет', '02', '0000000000', '+7 495', 'ivan@client.example', '1'.repeat(300)])('"%s" is no number that could be called from elsewhere', (text) => {
  expect(phoneKeyOf(text)).toBeNull()
})

test('two numbers of one house are two', () => {
  expect(phoneKeyOf('+7 495 123-45-67')).not.toBe(phoneKeyOf('+7 495 123-45-68'))
})
