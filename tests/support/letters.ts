import type { BodyOf } from '@counterpane/shared/contract/http-client'

type Message = BodyOf<'registerMessage'>['message']

let count = 0

/** A letter from Ivan Petrov of Вектор to Olga; every one has its own Message-ID. */
export function aLetter(overrides: Partial<Message> = {}): Message {
  return {
    messageId: `<letter-${++count}-${Date.now()}@vector.example>`, subject: 'Discount for volume', sentAt: '2026-11-20T10:00:00Z', receivedAt: null,
    from: { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }, to: [{ name: 'Olga Smirnova', address: 'olga@demo.example' }],
    text: 'We would take 500 pieces.', attachments: [], ...overrides,
  }
}

/** The same as the sidebar is asked about it: without text and files. */
export function asked({ text: _text, html: _html, attachments: _attachments, itemId: _itemId, ...message }: Message): BodyOf<'sidebar'>['message'] {
  return message
}
