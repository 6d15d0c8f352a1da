import type { MailAddress } from '@counterpane/shared/domain/message'
import type { MailClient, OpenMeeting } from './mail-client'
import { contractLetters, contractOwner } from './mailbox-contract'

/** How a test plays the mail client behind all of its ports. */
export interface ClientUnderTest {
  client: MailClient
  open(subject: string | null): void
  write(letter: { subject: string; to: MailAddress[]; cc: MailAddress[] }): void
  changeRecipients(to: MailAddress[]): void
  meet(meeting: OpenMeeting, text: string, organising: boolean): void
  moveMeeting(startsAt: string): void
  select(subjects: readonly string[]): void
  /** Every question about an item ends with this code; null: none does. */
  refuse(code: number | null): void
  /** What was opened beside the pane: ids of originals, subjects of new letters. */
  opened(): { originals: string[]; letters: { subject: string; to: string[] }[] }
}

const ivan = { name: 'Ivan Petrov', address: 'ivan@client.example' }
const anna = { name: 'Anna Orlova', address: 'anna@client.example' }
const letter = { subject: 'Discount', to: [ivan], cc: [anna] }
const aMeeting: OpenMeeting = {
  itemId: 'meeting-1', seriesId: null, subject: 'Prices', startsAt: '2026-11-24T08:00:00.000Z', endsAt: '2026-11-24T09:00:00.000Z', location: 'Microsoft Teams Meeting', online: true,
  organizer: contractOwner, required: [contractOwner, ivan], optional: [anna],
}

/** Mail clients answer when they please, but soon. */
async function until(holds: () => boolean) {
  const end = Date.now() + 2_000
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not come to pass')
    await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
}

/** What every mail client keeps to in the windows other than a message's, the real one and the one in memory. */
export function describeClient(name: string, make: () => ClientUnderTest | Promise<ClientUnderTest>) {
  describe(`${name} as a mail client`, () => {
    let tested: ClientUnderTest
    let told: number
    const item = () => tested.client.mailbox.openItem()
    const key = () => item()?.key ?? ''
    beforeEach(async () => {
      tested = await make()
      await tested.client.mailbox.ready()
      told = 0
      tested.client.mailbox.onItemChanged(() => { told++ })
    })

    describe('a letter that is being written', () => {
      it('is no message, and keeps its key for as long as it is open', () => {
        tested.write(letter)
        const first = key()
        expect(item()).toMatchObject({ kind: 'draft' })
        expect(tested.client.mailbox.openMessage()).toBeNull()
        expect(key()).toBe(first)
        tested.write(letter)
        expect(key()).not.toBe(first)
      })
      it('gives its subject, its recipients and its writer', async () => {
        tested.write(letter)
        expect(await tested.client.drafts.read(key())).toMatchObject({ ...letter, from: contractOwner, conversationId: null })
      })
      it('tells that its recipients changed, until nobody listens', async () => {
        tested.write(letter)
        let changes = 0
        const stop = tested.client.drafts.onChanged(key(), () => { changes++ })
        tested.changeRecipients([ivan, anna])
        expect(changes).toBe(1)
        expect((await tested.client.drafts.read(key())).to).toEqual([ivan, anna])
        stop()
        tested.changeRecipients([ivan])
        expect(changes).toBe(1)
      })
      it('keeps what is to be found on sending, and lets go of it', async () => {
        const { drafts } = tested.client
        tested.write(letter)
        expect(drafts.tellsOfSending()).toBe(true)
        expect(await drafts.keptForSending(key())).toBeNull()
        await drafts.keepForSending(key(), 'ticket')
        expect(await drafts.keptForSending(key())).toBe('ticket')
        await drafts.keepForSending(key(), null)
        await drafts.keepForSending(key(), null)
        expect(await drafts.keptForSending(key())).toBeNull()
      })
      it('is not read when another one is open', async () => {
        tested.write(letter)
        const first = key()
        const reading = tested.client.drafts.read(first)
        tested.write({ ...letter, subject: 'Another' })
        await expect(reading).rejects.toMatchObject({ code: 'other-message' })
        await expect(tested.client.drafts.keepForSending(first, 'ticket')).rejects.toMatchObject({ code: 'other-message' })
      })
      it.each([5000, 9018, 9020])('says with which code %i the mail client refused', async (code) => {
        tested.write(letter)
        tested.refuse(code)
        await expect(tested.client.drafts.read(key())).rejects.toMatchObject({ code: 'not-given', message: expect.stringContaining(String(code)) as string })
      })
    })

    describe.each([[true], [false]])('a meeting, organised by its reader: %s', (organising) => {
      it('gives its times, its place and its people', async () => {
        tested.meet(aMeeting, 'Agenda', organising)
        expect(item()).toMatchObject({ kind: 'meeting', organising })
        expect(await tested.client.meetings.read(key())).toEqual(aMeeting)
        expect(await tested.client.meetings.readText(key())).toBe('Agenda')
      })
      it('is not read when another item is open', async () => {
        tested.meet(aMeeting, '', organising)
        const reading = tested.client.meetings.read(key())
        tested.open('Discount')
        await expect(reading).rejects.toMatchObject({ code: 'other-message' })
      })
    })
    it('one’s own meeting tells that it was moved', async () => {
      tested.meet(aMeeting, '', true)
      let changes = 0
      tested.client.meetings.onChanged(key(), () => { changes++ })
      tested.moveMeeting('2026-11-25T08:00:00.000Z')
      expect(changes).toBe(1)
      expect((await tested.client.meetings.read(key())).startsAt).toBe('2026-11-25T08:00:00.000Z')
    })

    describe('several selected messages', () => {
      const both = contractLetters.map(({ subject }) => subject)
      it('are told, listed in their order, and have another key when they are others', async () => {
        tested.select(both)
        await until(() => item()?.kind === 'selection' && told > 0)
        const first = key()
        expect(tested.client.mailbox.openMessage()).toBeNull()
        expect((await tested.client.selections.list()).map(({ subject, kind }) => [subject, kind])).toEqual(both.map((subject) => [subject, 'message']))
        tested.select([...both].reverse())
        await until(() => key() !== first)
        tested.open('Discount')
        expect(item()?.kind).toBe('message')
      })
      it('are loaded whole, one after another however they are asked for', async () => {
        tested.select(both)
        const items = await tested.client.selections.list()
        expect(tested.client.selections.givesMessages()).toBe(true)
        const loaded = await Promise.all(items.map(({ itemId }) => tested.client.selections.load(itemId)))
        expect(loaded.map(({ message, text }) => [message.snapshot.from.name, text])).toEqual(contractLetters.map(({ from, text }) => [from.name, text]))
      })
      it('that cannot be had do not stop those after them', async () => {
        tested.select(both)
        const [first] = await tested.client.selections.list()
        await expect(tested.client.selections.load('nowhere')).rejects.toMatchObject({ code: 'not-given' })
        expect((await tested.client.selections.load(first?.itemId ?? '')).message.snapshot.subject).toBe(both[0])
      })
    })

    it('gives the bytes of a file of the open message, and of no other', async () => {
      tested.open('Discount')
      const file = tested.client.mailbox.openMessage()?.attachments[0]
      expect(await tested.client.files.read(key(), file?.id ?? '')).toHaveLength(file?.size ?? -1)
      const reading = tested.client.files.read(key(), file?.id ?? '')
      tested.open('Minutes')
      await expect(reading).rejects.toMatchObject({ code: 'other-message' })
    })
    it('with nothing open answers no question, and breaks at none', async () => {
      tested.open(null)
      const { drafts, meetings, files, doors } = tested.client
      expect(drafts.onChanged('gone', () => undefined)()).toBeUndefined()
      expect(meetings.onChanged('gone', () => undefined)()).toBeUndefined()
      for (const question of [drafts.read('gone'), drafts.keptForSending('gone'), meetings.read('gone'), meetings.readText('gone'), files.read('gone', '1')]) {
        await expect(question).rejects.toMatchObject({ code: 'other-message' })
      }
      expect(await doors.sharedOwner()).toBeNull()
    })
    it('opens originals and new letters', () => {
      const { doors } = tested.client
      expect(doors.facts()).toMatchObject({ name: 'OutlookWebApp', sets: '1.16', phone: false })
      expect(doors.openOriginal('item Discount')).toBe(true)
      expect(doors.writeLetter({ to: [ivan], subject: 'About <prices>', text: 'Good day & "welcome"', files: [] })).toBe(true)
      expect(tested.opened()).toEqual({ originals: ['item Discount'], letters: [{ subject: 'About <prices>', to: [ivan.address] }] })
    })
  })
}
