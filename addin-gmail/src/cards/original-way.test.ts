import type { Original } from '@counterpane/shared/contract/attachments'
import { gmailSearch, wayToOriginal } from './original-way'

const copy = (id: string, client: Original['client'], messageId: string | null = null): Original => ({ manager: { id, name: `Manager ${id}` }, client, itemId: null, messageId })

it('one’s own copy in Gmail is opened by its Message-ID, whoever else has one', () => {
  expect(wayToOriginal([copy('a', 'outlook'), copy('me', 'outlook', '<1@x.example>'), copy('me', 'gmail', '<1@x.example>')], 'me')).toEqual({ kind: 'gmail', url: 'https://mail.google.com/mail/#search/rfc822msgid:1%40x.example' })
})
it('an email that lies in one’s own Outlook is not said to be in Gmail', () => {
  expect(wayToOriginal([copy('me', 'outlook', '<1@x.example>'), copy('a', 'gmail')], 'me')).toEqual({ kind: 'own-outlook' })
})
it('else it is said in whose mailboxes it lies, each named once', () => {
  expect(wayToOriginal([copy('a', 'outlook'), copy('b', 'gmail'), copy('a', 'gmail')], 'me')).toEqual({ kind: 'others', names: ['Manager a', 'Manager b'] })
  expect(wayToOriginal([], 'me')).toBeNull()
})
it('a Message-ID of any characters stays one search', () => {
  expect(gmailSearch('<a b/#?&"\ud800@x>')).toBe('https://mail.google.com/mail/#search/rfc822msgid:a%20b%2F%23%3F%26%22%EF%BF%BD%40x')
})
it.each(['', 'я'.repeat(400)])('what no search can hold is not searched for', (messageId) => {
  expect(gmailSearch(messageId)).toBeNull()
})
