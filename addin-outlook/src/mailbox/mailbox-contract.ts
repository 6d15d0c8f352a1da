import { type Mailbox, MailboxError } from './mailbox'

/** How a test plays the mail client behind the mailbox: a letter is told by its subject. */
export interface MailboxUnderTest {
  mailbox: Mailbox
  open(subject: string | null): void
  /** How the text of letters comes. */
  text(speed: 'at-once' | 'never'): void
}
export const contractLetters = [
  { subject: 'Discount', messageId: '<discount@client.example>', from: { name: 'Ivan Petrov', address: 'ivan@client.example' }, text: 'Could we talk about a discount?' },
  { subject: 'Minutes', messageId: '<minutes@client.example>', from: { name: 'Walter Brandt', address: '/o=ExchangeLabs/ou=First/cn=Recipients/cn=42-Walter' }, text: 'Attached.' },
]
export const contractOwner = { name: 'Olga Smirnova', address: 'olga@demo.example' }
/** A text that never comes has to end sooner than a test. */
export const contractTextTimeoutMs = 60

/** What every mailbox keeps to, the real one and the one in memory. */
export function describeMailbox(name: string, make: () => MailboxUnderTest | Promise<MailboxUnderTest>) {
  describe(`${name} as a mailbox`, () => {
    let client: MailboxUnderTest
    beforeEach(async () => {
      client = await make()
      await client.mailbox.ready()
    })

    it('says whose it is and in which language', async () => {
      expect(await client.mailbox.ready()).toEqual({ owner: contractOwner, locale: 'ru' })
    })
    it('has no message when nothing is open', () => {
      client.open(null)
      expect(client.mailbox.openMessage()).toBeNull()
    })
    it.each(contractLetters)('gives the open message "$subject" with its sender as it stands', ({ subject, messageId, from }) => {
      client.open(subject)
      expect(client.mailbox.openMessage()).toMatchObject({ key: messageId, snapshot: { messageId, subject, from, sentAt: '2026-11-20T10:00:00.000Z' } })
    })
    it('tells one message from another', () => {
      client.open('Discount')
      const first = client.mailbox.openMessage()?.key
      client.open('Minutes')
      expect(client.mailbox.openMessage()?.key).not.toBe(first)
    })
    it('tells who asked that another message is open', () => {
      let told = 0
      client.mailbox.onItemChanged(() => { told++ })
      client.open('Minutes')
      expect(told).toBeGreaterThan(0)
    })
    it('reads the text of the open message', async () => {
      client.open('Discount')
      expect(await client.mailbox.readText('<discount@client.example>')).toEqual({ text: 'Could we talk about a discount?', html: null })
    })
    it('gives no text of a message that is not open', async () => {
      client.open('Minutes')
      await expect(client.mailbox.readText('<discount@client.example>')).rejects.toMatchObject({ code: 'other-message' })
    })
    it('gives no text when another message was opened meanwhile', async () => {
      client.open('Discount')
      const text = client.mailbox.readText('<discount@client.example>')
      client.open('Minutes')
      await expect(text).rejects.toMatchObject({ code: 'other-message' })
    })
    it('does not wait for a text that never comes', async () => {
      client.open('Discount')
      client.text('never')
      await expect(client.mailbox.readText('<discount@client.example>')).rejects.toThrow(new MailboxError('too-late', `${contractTextTimeoutMs} ms`))
    })
  })
}
