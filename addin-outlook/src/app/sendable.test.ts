import fc from 'fast-check'
import { sendable } from './sendable'

it('a text loses its NULs and broken surrogates, nothing else', () => {
  expect(sendable({ subject: 'a\0b\uD800c', to: [{ name: '😀\uDC00' }], size: 3, none: null })).toEqual({ subject: 'ab\uFFFDc', to: [{ name: '😀\uFFFD' }], size: 3, none: null })
})

it('whatever is sent can be kept by the server', () => {
  fc.assert(fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
    const sent = sendable(text)
    expect(sent).not.toContain('\0')
    expect(() => encodeURIComponent(sent)).not.toThrow()
  }))
})
