import { describeClient } from './client-contract'
import { createFakeClient } from './fake-client'
import type { OpenMessage } from './mailbox'
import { contractLetters, contractOwner, contractTextTimeoutMs } from './mailbox-contract'

const bytes = new Uint8Array(12)
const messages: OpenMessage[] = contractLetters.map(({ subject, messageId, from }) => ({
  key: messageId, itemId: subject, meeting: null, attachments: [{ id: 'file-1', kind: 'file', name: 'price.pdf', contentType: 'application/pdf', size: bytes.length }],
  snapshot: { messageId, conversationId: null, subject, sentAt: '2026-11-20T10:00:00.000Z', receivedAt: null, from, replyTo: [], to: [contractOwner], cc: [] },
}))
const textOf = (subject: string) => contractLetters.find((letter) => letter.subject === subject)?.text ?? ''

describeClient('the fake', () => {
  const fake = createFakeClient({ host: { owner: contractOwner, locale: 'ru' }, textTimeoutMs: contractTextTimeoutMs })
  fake.giveFiles({ 'file-1': bytes })
  return {
    client: fake.client,
    open: (subject) => fake.show(messages.find(({ itemId }) => itemId === subject) ?? null, textOf(subject ?? '')),
    write: (letter) => fake.write({ ...letter, from: contractOwner, conversationId: null }),
    changeRecipients: (to) => fake.changeDraft({ to }),
    meet: fake.meet,
    moveMeeting: (startsAt) => fake.changeMeeting({ startsAt }),
    select: (subjects) => fake.select(subjects.flatMap((subject) => messages.filter(({ itemId }) => itemId === subject).map((message) => ({
      item: { itemId: subject, subject, kind: 'message' as const, conversationId: null, messageId: message.key, hasFiles: true }, whole: { message, text: textOf(subject) },
    })))),
    refuse: fake.refuse,
    opened: () => ({ originals: fake.opened.originals, letters: fake.opened.letters.map(({ subject, to }) => ({ subject, to: to.map(({ address }) => address) })) }),
  }
})
