import { charsetOf, decodeText } from './gmail-charset'

const data = (bytes: readonly number[] | Uint8Array | string) => Buffer.from(bytes as string).toString('base64url')
const said = (value: string) => charsetOf({ headers: [{ name: 'content-TYPE', value }] })

describe('bytes are read in the charset that the part says', () => {
  it.each<[string, readonly number[], string]>([
    ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'], ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], 'Привет'], ['ibm866', [0x8f, 0xe0, 0xa8, 0xa2, 0xa5, 0xe2], 'Привет'],
    ['iso-8859-5', [0xbf, 0xe0, 0xd8, 0xd2, 0xd5, 0xe2], 'Привет'], ['iso-8859-1', [0x47, 0x72, 0xfc, 0xdf, 0x65], 'Grüße'], ['windows-1252', [0x93, 0x61, 0x94], '“a”'],
    ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x24, 0x33, 0x1b, 0x28, 0x42], 'こ'], ['shift_jis', [0x82, 0xb1], 'こ'], ['gb2312', [0xc4, 0xe3, 0xba, 0xc3], '你好'], ['big5', [0xa7, 0x41], '你'], ['euc-kr', [0xb0, 0xa1], '가'],
    ['utf-16', [0xff, 0xfe, 0x1f, 0x04, 0x40, 0x04], 'Пр'], ['utf-16', [0xfe, 0xff, 0x04, 0x1f, 0x04, 0x40], 'Пр'], ['utf-16be', [0x04, 0x1f, 0x04, 0x40], 'Пр'], ['utf-16le', [0x1f, 0x04, 0x40, 0x04], 'Пр'],
    ['cp1251', [0xcf], 'П'],
  ])('%s', (charset, bytes, text) => expect(decodeText(data(bytes), charset)).toBe(text))
})

it.each(['windows-1251', 'koi8-r', 'utf-16', 'iso-2022-jp', 'unknown-8bit', 'utf-8'])('what Gmail turned into UTF-8 already is read as UTF-8, though the part still says %s', (charset) => {
  expect(decodeText(data('Здравствуйте! 你好 👋'), charset)).toBe('Здравствуйте! 你好 👋')
})

it('an unknown charset, or broken bytes, leave what can be read', () => {
  expect(decodeText(data([0x61, 0xff, 0x62]), 'x-made-up')).toBe('a\ufffdb')
  expect(decodeText(data([0x61, 0xd0]), 'utf-8')).toBe('a\ufffd')
  expect(decodeText('', 'utf-8')).toBe('')
})

it('NUL and lone surrogates are never kept', () => {
  expect(decodeText(data('a\0b'), 'utf-8')).toBe('ab')
  expect(decodeText(data([0x61, 0x00, 0x00, 0xd8]), 'utf-16le')).toBe('a\ufffd')
})

it.each([
  ['text/plain; charset="UTF-8"', 'utf-8'], ['text/html; charset=windows-1251', 'windows-1251'], ['text/plain; charset=win-1251', 'windows-1251'], ['text/plain; charset=CP-1251; format=flowed', 'windows-1251'],
  ['text/plain; format=flowed; charset=koi8-r', 'koi8-r'], ["text/plain; charset*=us-ascii'en'iso-8859-1", 'iso-8859-1'], ['text/plain; charset=utf8mb4', 'utf-8'], ['text/plain', 'utf-8'], ['', 'utf-8'],
])('"%s" says %s', (header, charset) => expect(said(header)).toBe(charset))
