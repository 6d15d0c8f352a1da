import { createHash, randomUUID } from 'node:crypto'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { measured, readJob, tell } from './sync-job'

interface Item { id: string; iCalUId: string; subject: string; lastModifiedDateTime: string; start: { dateTime: string }; end: { dateTime: string }; webLink: string; body: { content: string }; location: { displayName: string }; attendees: { emailAddress: { name: string; address: string } }[]; organizer: { emailAddress: object } }
interface Page { value: Item[]; '@odata.nextLink'?: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The least that reads the same pages into the same rows: fetch, JSON.parse, prepared statements, one transaction for each page. It checks nothing, follows nothing and would not survive a second round. */
async function run() {
  const { path, baseUrl, managerId, mailbox, clock: at, window } = readJob()
  const db = openConnection(path)
  const into = (table: string, columns: readonly string[]) => db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  into('CalendarMailbox', ['managerId', 'provider', 'mailbox', 'since', 'dueAt', 'createdAt']).run(managerId, 'graph', mailbox, at, at, at)
  const clients = new Map((db.prepare('SELECT a.addressKey, p.id AS personId, p.counterpartyId FROM PersonAddress a JOIN ContactPerson p ON p.id = a.personId').all() as { addressKey: string; personId: string; counterpartyId: string }[]).map((row) => [row.addressKey, row]))
  const entry = into('CalendarEntry', ['id', 'managerId', 'eventId', 'calendarKey', 'changedAt', 'hash', 'roundId', 'standing', 'meaning', 'organiser', 'startsAt', 'endsAt', 'facts'])
  const waits = into('CalendarEntryAddress', ['entryId', 'addressKey'])
  const contact = into('Contact', ['id', 'startsAt', 'endsAt', 'durationMinutes', 'method', 'direction', 'status', 'source', 'counterpartyId', 'managerId', 'meetingKey', 'createdAt', 'updatedAt', 'subject', 'content'])
  const text = into('ContactText', ['contactId', 'text'])
  const person = into('ContactParticipant', ['contactId', 'personId', 'position'])
  const manager = into('ContactManager', ['contactId', 'managerId', 'position'])
  const address = into('ContactAddress', ['contactId', 'addressKey'])
  const meeting = into('CalendarMeeting', ['calendarKey', 'contactId', 'given', 'updatedAt'])
  const note = into('AuditEntry', ['id', 'at', 'noun', 'nounId', 'action', 'after'])

  function store(item: Item) {
    const guest = item.attendees[0]?.emailAddress ?? { name: '', address: '' }
    const own = guest.address.endsWith('@demo.example')
    const client = clients.get(guest.address)
    const [startsAt, endsAt] = [Date.parse(`${item.start.dateTime.slice(0, 23)}Z`), Date.parse(`${item.end.dateTime.slice(0, 23)}Z`)]
    const plain = item.body.content.replace(/<[^>]+>/g, ' ').trim()
    const facts = own ? null : JSON.stringify({
      startsAt, endsAt, allDay: false, zoneUnknown: false, method: 'meeting', direction: 'outgoing', subject: item.subject, text: plain, location: item.location.displayName, online: true,
      organizer: item.organizer.emailAddress, outsiders: [guest], link: item.webLink, counterpartyId: client?.counterpartyId ?? null, personIds: client ? [client.personId] : [], paneKey: sha256(item.subject),
    })
    const [id, key] = [randomUUID(), own ? null : sha256(item.iCalUId)]
    entry.run(id, managerId, item.id, key, Date.parse(item.lastModifiedDateTime), sha256(JSON.stringify(item)), 'round', 'planned', own ? 'ignored' : client ? 'meeting' : 'waiting', 1, startsAt, endsAt, facts)
    if (own) return
    if (!client) { waits.run(id, guest.address); return }
    const contactId = randomUUID()
    contact.run(contactId, startsAt, endsAt, 60, 'meeting', 'outgoing', 'planned', 'calendar', client.counterpartyId, managerId, sha256(contactId), at, at, item.subject, plain)
    text.run(contactId, `${item.subject}\n${plain}`.toLowerCase())
    person.run(contactId, client.personId, 0)
    manager.run(contactId, managerId, 0)
    address.run(contactId, guest.address)
    meeting.run(key, contactId, JSON.stringify({ startsAt, durationMinutes: 60, subject: item.subject }), at)
    note.run(randomUUID(), at, 'contact', contactId, 'planned', JSON.stringify({ calendarKey: key, startsAt, counterpartyId: client.counterpartyId }))
  }
  const storePage = db.transaction((page: Page) => { page.value.forEach(store) })

  const figures = await measured(async () => {
    let url: string | undefined = `${baseUrl}/users/${mailbox}/calendarView/delta?startDateTime=${new Date(window.from).toISOString()}&endDateTime=${new Date(window.to).toISOString()}`
    while (url !== undefined) {
      const page: Page = JSON.parse(await (await fetch(url)).text()) as Page
      storePage(page)
      url = page['@odata.nextLink']
    }
  })
  tell(figures, (query) => Number((db.prepare(query).get() as { n: number }).n))
  db.close()
}

run().then(() => process.exit(0), (error: unknown) => { process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`); process.exit(1) })
