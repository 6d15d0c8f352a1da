import { ManifestUsageError, parseServerAddress } from './server-address'

const refusal = (text: string): string => {
  try {
    return `accepted as ${parseServerAddress(text)}`
  } catch (error) {
    if (error instanceof ManifestUsageError) return error.message
    throw error
  }
}

it.each([
  ['https://crm.example.com', 'https://crm.example.com'],
  ['https://crm.example.com/', 'https://crm.example.com'],
  ['https://CRM.Example.com:8443', 'https://crm.example.com:8443'],
  ['https://почта.рф', 'https://xn--80a1acny.xn--p1ai'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
])('%s is the server’s address', (text, origin) => {
  expect(parseServerAddress(text)).toBe(origin)
})

it.each([
  ['', /must be an address such as/],
  ['crm.example.com', /must be an address such as/],
  ['https:crm.example.com', /must be an address such as/],
  ['ftp://crm.example.com', /must be an address such as/],
  ['javascript:alert(1)', /must be an address such as/],
  ['http://crm.example.com', /must begin with https/],
  ['http://localhost.example.com', /must begin with https/],
  ['https://crm.example.com/outlook', /without a path, query or fragment: https:\/\/crm\.example\.com$/],
  ['https://crm.example.com/?a=1', /without a path/],
  ['https://crm.example.com/?', /without a path/],
  ['https://crm.example.com/#top', /without a path/],
  ['https://ann:secret@crm.example.com', /must not carry a name or a password/],
])('"%s" is refused with a sentence', (text, sentence) => {
  expect(refusal(text)).toMatch(sentence)
})
