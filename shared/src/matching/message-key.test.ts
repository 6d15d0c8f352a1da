import { messageKeyOf } from './message-key'

/** Tells texts apart as well as a real digest does here: these are short. */
const hexOf = (text: string) => [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')
const message = { messageId: null as string | null, from: { name: 'Ivan', address: 'ivan@vector.example' }, sentAt: '2026-11-20T10:00:00Z', subject: 'Discount' }
const keyOf = (changes: Partial<typeof message> = {}) => messageKeyOf({ ...message, ...changes }, hexOf).key

describe('two copies are one message', () => {
  it.each(['<AbC@vector.example>', ' <AbC@vector.example> ', 'AbC@vector.example', '< AbC@vector.example >'])('by the Message-ID %j', (messageId) => expect(keyOf({ messageId })).toBe('AbC@vector.example'))

  it('by sender, second and subject when there is no Message-ID', () => {
    const key = keyOf()
    expect(key).toMatch(/^hash:[0-9a-f]+$/)
    for (const messageId of [null, '', ' ', '<>']) expect(keyOf({ messageId })).toBe(key)
    expect(keyOf({ from: { name: '', address: 'Ivan@VECTOR.example' } })).toBe(key)
    expect(keyOf({ sentAt: '2026-11-20T13:00:00.900+03:00' })).toBe(key)
  })
})

describe('two messages stay two', () => {
  it('when case of the Message-ID differs', () => expect(keyOf({ messageId: '<abc@vector.example>' })).not.toBe(keyOf({ messageId: '<ABC@vector.example>' })))
  it.each([{ subject: 'Discount ' }, { sentAt: '2026-11-20T10:00:01Z' }, { from: { name: '', address: 'ivan+1@vector.example' } }, { from: { name: '', address: '' } }])('when %j is all that differs', (changes) => {
    expect(keyOf(changes)).not.toBe(keyOf())
  })
  it('when one pretends to have the other’s hash as its Message-ID', () => expect(keyOf({ messageId: keyOf() })).not.toBe(keyOf()))
  it('when a Message-ID is too long to be kept', () => expect(keyOf({ messageId: 'x'.repeat(4_000) })).toMatch(/^hash:/))
})
