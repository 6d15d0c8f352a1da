import type { ContactNow } from './calendar-sync.types'
import { calendarKeyOf, contentHashOf } from './meeting-identity'
import { anEvent, at, client, colleagues, createCalendarJournal, gone, hour, noon, seen, stranger } from './test-support/journal-model'

const key = calendarKeyOf(anEvent(), 'olga')
const later = { changedAt: 2_000, ...at(noon + 3 * hour) }

describe('a meeting in several calendars', () => {
  test('is one contact of all its managers, the organiser among them first', () => {
    const journal = createCalendarJournal()
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.page('anna', seen({ eventId: 'a1' }))
    expect(journal.only().contact).toMatchObject({ managerId: 'anna', managerIds: ['anna', 'boris'] })
    journal.page('olga', seen())
    expect(journal.only().contact).toMatchObject({ managerId: 'olga', managerIds: ['olga', 'anna', 'boris'] })
  })

  test('whoever declines leaves; when nobody goes it is cancelled with those who would have gone', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.page('anna', seen({ eventId: 'a1' }))
    journal.page('boris', seen({ eventId: 'b1', changedAt: 2_000, ownResponse: 'declined' }))
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'planned', managerIds: ['olga', 'anna'] } })
    journal.page('olga', gone())
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { managerId: 'anna', managerIds: ['anna'] } })
    journal.page('anna', seen({ eventId: 'a1', changedAt: 3_000, cancelled: true }))
    expect(journal.only()).toMatchObject({ cancellation: 'cancelled', contact: { status: 'cancelled', managerId: 'olga', managerIds: ['olga', 'anna'] } })
  })

  test('the calendar that was changed last says when it is; of two equal ones the organiser\'s', () => {
    const journal = createCalendarJournal()
    journal.page('boris', seen({ eventId: 'b1', changedAt: 2_000, subject: 'Newest' }))
    journal.page('olga', seen({ changedAt: 1_000, subject: 'Old' }))
    expect(journal.only().contact.subject).toBe('Newest')
    journal.page('olga', seen({ changedAt: 2_000, subject: 'The organiser\'s' }))
    expect(journal.only().contact.subject).toBe('The organiser\'s')
  })

  test('while anybody goes there, those who don\'t go say nothing of when and what it is', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.page('boris', seen({ eventId: 'b1', changedAt: 9_000, subject: 'Not for me', ownResponse: 'declined' }))
    expect(journal.only().contact.subject).toBe('Prices')
  })

  test('a colleague whose copy names strangers only joins the contact that it is', () => {
    const journal = createCalendarJournal()
    journal.page('boris', seen({ eventId: 'b1' }, stranger))
    journal.page('olga', seen())
    expect(journal.only().contact).toMatchObject({ counterpartyId: 'acme', managerIds: ['olga', 'boris'] })
  })

  test('whoever said "not with a client" stays out of a colleague\'s contact', () => {
    const journal = createCalendarJournal()
    const [row] = journal.page('boris', seen({ eventId: 'b1' }, stranger)).entries
    if (row) journal.rows.set('boris b1', { ...row, dismissed: true })
    journal.page('olga', seen())
    expect(journal.only().contact.managerIds).toEqual(['olga'])
  })

  test('a manager whose calendar is not read any more stays with the meeting', () => {
    const journal = createCalendarJournal()
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.page('olga', seen())
    journal.rows.delete('boris b1')
    journal.page('olga', seen({ changedAt: 2_000, subject: 'Later' }))
    expect(journal.only().contact).toMatchObject({ subject: 'Later', managerIds: ['olga', 'boris'] })
  })
})

describe('what people wrote', () => {
  test('a manager whom people added stays, and one whom they took out stays out', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.edit(key, { managerIds: ['olga', 'carol'] })
    journal.page('anna', seen({ eventId: 'a1' }))
    expect(journal.only().contact.managerIds).toEqual(['olga', 'anna', 'carol'])
  })

  test('whom people took out stays out although their calendar was not read for a while', () => {
    const journal = createCalendarJournal()
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.page('olga', seen())
    journal.edit(key, { managerIds: ['olga'] })
    journal.rows.delete('boris b1')
    journal.page('anna', seen({ eventId: 'a1' }))
    journal.page('boris', seen({ eventId: 'b1' }))
    expect(journal.only().contact.managerIds).toEqual(['olga', 'anna'])
  })

  test('persons whom people named stay while the client follows its guests; with another client of theirs nothing follows', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.edit(key, { personIds: ['vera', 'mark'] })
    journal.page('olga', seen({ changedAt: 2_000 }, { counterpartyId: 'globex', personIds: ['hank'] }))
    expect(journal.only().contact).toMatchObject({ counterpartyId: 'globex', personIds: ['vera', 'mark'] })
    journal.edit(key, { counterpartyId: 'initech', personIds: ['hank'] })
    journal.page('olga', seen({ changedAt: 3_000 }, { counterpartyId: 'acme', personIds: ['vera'] }))
    expect(journal.only().contact).toMatchObject({ counterpartyId: 'initech', personIds: ['hank'] })
  })

  test('a contact that was rescheduled here follows its calendar again when the calendar says the same', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.edit(key, { startsAt: noon + 5 * hour })
    journal.page('olga', seen(later))
    expect(journal.only().contact.startsAt).toBe(noon + 5 * hour)
    journal.page('olga', seen({ changedAt: 3_000, ...at(noon + 5 * hour) }))
    journal.page('olga', seen({ changedAt: 4_000, ...at(noon + 6 * hour) }))
    expect(journal.only().contact.startsAt).toBe(noon + 6 * hour)
    expect(journal.moves).toHaveLength(1)
  })

  test('a held contact keeps its answer and its time; its subject follows, and planned anew so does its time', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.edit(key, { status: 'held' })
    journal.page('olga', seen({ ...later, subject: 'Follow-up' }))
    expect(journal.only()).toMatchObject({ contact: { status: 'held', startsAt: noon, subject: 'Follow-up' } })
    journal.page('olga', gone())
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'held' } })
    journal.edit(key, { status: 'planned' })
    journal.page('olga', seen({ ...later, changedAt: 3_000 }))
    expect(journal.only().contact).toMatchObject({ status: 'planned', startsAt: noon + 3 * hour })
  })

  test.each(['held', 'cancelled'] as const)('what was answered (%s) stays with the client whom it was with, whoever is invited since', (status) => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.edit(key, { status })
    journal.page('olga', seen({ changedAt: 2_000 }, { counterpartyId: 'initech', personIds: ['peter'] }))
    expect(journal.only().contact).toMatchObject({ status, counterpartyId: 'acme', personIds: ['vera'] })
    journal.edit(key, { status: 'planned' })
    journal.page('olga', seen({ changedAt: 3_000, subject: 'Anew' }, { counterpartyId: 'initech', personIds: ['peter'] }))
    expect(journal.only().contact).toMatchObject({ counterpartyId: 'initech', personIds: ['peter'] })
  })

  test('"not held" is the people\'s word: no calendar plans it again', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.edit(key, { status: 'cancelled' })
    journal.page('olga', gone())
    journal.page('olga', seen(later))
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'cancelled', startsAt: noon } })
  })

  test('planned again by people, it stays planned while the calendars go on to say that it fell away', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('olga', seen({ changedAt: 2_000, cancelled: true }))
    journal.edit(key, { status: 'planned' })
    journal.page('olga', seen({ changedAt: 3_000, cancelled: true, subject: 'Canceled: Prices' }))
    expect(journal.only()).toMatchObject({ cancellation: 'cancelled', contact: { status: 'planned' } })
  })

  test('an hour that people gave to a whole day makes it no whole day', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen({ start: { kind: 'date', date: '2026-12-01' }, end: { kind: 'date', date: '2026-12-02' } }))
    expect(journal.only().allDay).toBe(true)
    journal.edit(key, { startsAt: noon })
    journal.page('olga', seen({ changedAt: 2_000, subject: 'Fair', start: { kind: 'date', date: '2026-12-01' }, end: { kind: 'date', date: '2026-12-02' } }))
    expect(journal.only().allDay).toBe(false)
  })
})

describe('a contact that was there before its calendar told of it', () => {
  const contact = (said: Partial<ContactNow> = {}): ContactNow => ({
    id: 'c1', version: 3, undone: false, status: 'planned', startsAt: noon, durationMinutes: 60, method: 'meeting', direction: 'outgoing', subject: 'Prices', contentHash: contentHashOf('written here'),
    counterpartyId: 'acme', personIds: ['vera'], managerId: 'olga', managerIds: ['olga'], ...said,
  })
  const journalWith = (one: ContactNow, eventId = 'e1') => {
    const journal = createCalendarJournal()
    journal.adoptable.set(eventId, one)
    return journal
  }

  test('is joined, keeps what it is, and follows from there on', () => {
    const journal = journalWith(contact({ subject: 'As the pane had it' }))
    const { created, changed } = journal.page('olga', seen())
    expect([created, changed]).toMatchObject([[], [{ contactId: 'c1', adopted: true, change: {}, move: null }]])
    journal.page('boris', seen({ eventId: 'b1', ...later }))
    expect(journal.only().contact).toMatchObject({ id: 'c1', startsAt: noon + 3 * hour, subject: 'As the pane had it', managerIds: ['olga', 'boris'], managerId: 'olga' })
  })

  test('keeps its manager and whom people added; those in whose calendars it stands come along', () => {
    const journal = journalWith(contact({ managerId: 'zoe', managerIds: ['zoe', 'boris'] }), 'b1')
    journal.page('boris', seen({ eventId: 'b1' }))
    journal.page('olga', seen())
    expect(journal.only().contact).toMatchObject({ managerId: 'zoe', managerIds: ['olga', 'boris', 'zoe'] })
  })

  test.each([['strangers', stranger, {}], ['nobody but its manager', colleagues, { attendees: [], mark: 'c1' }], ['people who are never registered', { ...stranger, kind: 'blocked' as const }, {}]])('is joined even when it is with %s', (_who, side, said) => {
    const journal = journalWith(contact())
    journal.page('olga', seen(said, side))
    journal.page('olga', seen({ ...said, ...later, showAs: 'free' }, side))
    expect(journal.only().contact).toMatchObject({ id: 'c1', startsAt: noon + 3 * hour, counterpartyId: 'acme', personIds: ['vera'] })
  })

  test('an own appointment that was moved in the calendar before it was seen moves its contact', () => {
    const journal = journalWith(contact({ written: { startsAt: noon, endsAt: noon + hour } }))
    journal.page('olga', seen({ ...later, attendees: [] }, colleagues))
    expect([journal.only().contact.startsAt, journal.moves]).toEqual([noon + 3 * hour, [{ contactId: 'c1', from: noon, to: noon + 3 * hour }]])
  })

  test('an own appointment that was moved here before it was seen stays where people moved it', () => {
    const journal = journalWith(contact({ startsAt: noon + 9 * hour, written: { startsAt: noon, endsAt: noon + hour } }))
    journal.page('olga', seen({ attendees: [] }, colleagues))
    expect(journal.only().contact.startsAt).toBe(noon + 9 * hour)
  })

  test('is never a private one\'s', () => {
    const journal = journalWith(contact())
    expect(journal.page('olga', seen({ private: true }))).toMatchObject({ created: [], changed: [] })
  })

  test('one that was undone is neither joined nor made anew, also when its appointment goes', () => {
    const journal = journalWith(contact({ undone: true }))
    journal.page('olga', seen())
    journal.page('olga', gone())
    expect(journal.meetings.size).toBe(0)
  })

  test('one that was undone is its calendar\'s no more: it counts by its guests, and of one\'s own no words are kept', () => {
    const journal = journalWith(contact({ undone: true }))
    expect(journal.page('olga', seen({ attendees: [], mark: 'c1' }, colleagues)).entries).toMatchObject([{ meaning: 'ignored', facts: null }])
  })

  test('two appointments that call themselves the same contact are two meetings', () => {
    const journal = journalWith(contact())
    journal.adoptable.set('e2', contact())
    journal.page('olga', seen(), seen({ eventId: 'e2', uid: 'uid-2', organizer: client }))
    expect([...journal.meetings.values()].map((one) => one.contact.id === 'c1').sort()).toEqual([false, true])
  })

  test('was held already and stays so when its appointment is gone', () => {
    const journal = journalWith(contact({ status: 'held' }))
    journal.page('olga', seen())
    journal.page('olga', gone())
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'held' } })
  })
})
