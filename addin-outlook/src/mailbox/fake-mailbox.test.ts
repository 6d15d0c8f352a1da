import { createFakeMailbox } from './fake-mailbox'
import { contractLetters, contractOwner, contractTextTimeoutMs, describeMailbox } from './mailbox-contract'

describeMailbox('the fake', () => {
  const fake = createFakeMailbox({ host: { owner: contractOwner, locale: 'ru' }, textTimeoutMs: contractTextTimeoutMs })
  return {
    mailbox: fake.mailbox,
    open(subject) {
      const letter = contractLetters.find((one) => one.subject === subject)
      if (!letter) return fake.show(null)
      const { messageId, from, text } = letter
      const snapshot = { messageId, conversationId: null, subject: letter.subject, sentAt: '2026-11-20T10:00:00.000Z', receivedAt: null, from, replyTo: [], to: [contractOwner], cc: [] }
      fake.show({ key: messageId, itemId: letter.subject, snapshot, attachments: [], meeting: null }, text)
    },
    text: (speed) => fake.holdText(speed === 'never' ? null : 0),
  }
})
