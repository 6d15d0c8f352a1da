import type { MailAddress } from '@counterpane/shared/domain/message'
import type { DemoItem } from './demo-item'

const ivan = { name: 'Ivan Petrov', address: 'ivan.petrov@vector.example' }
const meeting = { startsAt: '2026-11-18T11:00:00.000Z', endsAt: '2026-11-18T12:00:00.000Z', location: 'Office of Vector' }

interface Letter { id: string; subject: string; at: string; from: MailAddress; text: string; sender?: MailAddress; itemClass?: string }
const letters: readonly Letter[] = [
  {
    // A colleague of the same organisation: Exchange gives the name of the directory where others have an address.
    id: 'directory-name', subject: 'Minutes of the meeting', at: '2026-11-16T08:20:00.000Z', text: 'The minutes of the meeting are in the folder of the project.',
    from: { name: 'Walter Brandt', address: '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=3f2504e04f8911d39a0c0305e82c3301-Walter Brandt' },
  },
  { id: 'on-behalf', subject: 'Visit to the warehouse', at: '2026-11-13T07:40:00.000Z', text: 'Mr Petrov asks whether Thursday suits you.', from: ivan, sender: { name: 'Светлана Белова', address: 's.belova@vector.example' } },
  { id: 'accepted', subject: 'Accepted: Prices for December', at: '2026-11-12T09:05:00.000Z', text: '', from: ivan, itemClass: 'IPM.Schedule.Meeting.Resp.Pos' },
  { id: 'cancelled', subject: 'Canceled: Samples for the autumn', at: '2026-11-11T15:30:00.000Z', text: 'We will find another day.', from: { name: 'John Ross', address: 'john.ross@beta.example' }, itemClass: 'IPM.Schedule.Meeting.Canceled' },
]

/** Letters that no message file can hold: a sender without an address, one who writes for another, answers to meetings. */
export function exchangeItems(owner: MailAddress): { item: DemoItem; text: string }[] {
  return letters.map(({ id, subject, at, from, text, sender, itemClass = 'IPM.Note' }) => ({
    text,
    item: {
      itemId: `AAMkDemo-${id}`, internetMessageId: `<${id}@exchange.demo.example>`, conversationId: `conversation-${id}`, subject, createdAt: at, itemClass, from, ...(sender && { sender }), to: [owner], cc: [],
      attachments: [], preview: text, ...(itemClass !== 'IPM.Note' && { meeting }),
    },
  }))
}
