import { anEvent, at, colleagues, createCalendarJournal, gone, hour, noon, seen, seriesSays, strict, stranger } from './test-support/journal-model'
import { calendarKeyOf } from './meeting-identity'

const key = calendarKeyOf(anEvent(), 'olga')

describe('a page of a calendar', () => {
  test('a meeting with a client becomes a planned contact with everything that the invitation says', () => {
    const journal = createCalendarJournal()
    const { created } = journal.page('olga', seen())
    expect(created).toMatchObject([{ calendarKey: key, managerIds: ['olga'], status: 'planned', cancellation: null, busy: false, facts: { startsAt: noon, endsAt: noon + hour, subject: 'Prices', counterpartyId: 'acme', personIds: ['vera'] } }])
    expect(journal.only().contact).toMatchObject({ status: 'planned', startsAt: noon, durationMinutes: 60, method: 'meeting', direction: 'outgoing', subject: 'Prices', managerId: 'olga' })
  })

  test('the same page again writes nothing at all', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    expect(journal.page('olga', seen(), seen())).toEqual({ entries: [], created: [], changed: [] })
  })

  test('guests in another order are the same guests', () => {
    const journal = createCalendarJournal()
    const guests = ['a@acme.example', 'b@acme.example'].map((address) => ({ name: '', address, response: 'none' as const, optional: false, resource: false }))
    journal.page('olga', seen({ attendees: guests }, { outsiders: ['a@acme.example', 'b@acme.example'], personIds: ['a', 'b'] }))
    expect(journal.page('olga', seen({ attendees: [...guests].reverse() }, { outsiders: ['b@acme.example', 'a@acme.example'], personIds: ['b', 'a'] })).entries).toEqual([])
  })

  test('what was changed earlier never wins, however late it comes', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen({ changedAt: 2_000, subject: 'Newer' }))
    expect(journal.page('olga', seen({ changedAt: 1_000, subject: 'Older' }))).toEqual({ entries: [], created: [], changed: [] })
    expect(journal.only().contact.subject).toBe('Newer')
  })

  test('a change that says the same is remembered by its time only, so that an earlier one in between stays out', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen({ changedAt: 1_000 }))
    const writes = journal.page('olga', seen({ changedAt: 3_000 }))
    expect([writes.entries.length, writes.changed.length]).toEqual([1, 0])
    journal.page('olga', seen({ changedAt: 2_000, subject: 'In between' }))
    expect(journal.only().contact.subject).toBe('Prices')
  })

  test('a moved meeting moves its contact and the way is kept', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    const { changed } = journal.page('olga', seen({ changedAt: 2_000, ...at(noon + 24 * hour) }))
    expect(changed).toMatchObject([{ move: { from: noon, to: noon + 24 * hour }, change: { startsAt: noon + 24 * hour } }])
    expect(journal.moves).toEqual([{ contactId: journal.only().contact.id, from: noon, to: noon + 24 * hour }])
  })

  test('a longer meeting at the same time is not moved', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    const { changed } = journal.page('olga', seen({ changedAt: 2_000, end: { kind: 'instant', at: noon + 2 * hour, zone: 'UTC' } }))
    expect(changed).toMatchObject([{ move: null, change: { durationMinutes: 120 } }])
  })

  test.each([
    ['cancelled by its organiser', [seen({ changedAt: 2_000, cancelled: true })], 'cancelled'],
    ['declined by its manager', [seen({ changedAt: 2_000, ownResponse: 'declined' })], 'declined'],
    ['taken out of the calendar', [gone()], 'removed'],
    ['cancelled and then cleared away', [seen({ changedAt: 2_000, cancelled: true }), gone()], 'cancelled'],
  ] as const)('a meeting that was %s cancels its contact and says why', (_how, reads, cancellation) => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    for (const read of reads) journal.page('olga', read)
    expect(journal.only()).toMatchObject({ cancellation, contact: { status: 'cancelled', startsAt: noon, subject: 'Prices' } })
  })

  test('what was taken away and is there again is planned again', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('olga', gone())
    journal.page('olga', seen({ changedAt: 2_000 }))
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'planned' } })
  })

  test('a repeated page does not bring back what has gone, a look at the thing itself does', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('olga', gone())
    expect(journal.page('olga', seen()).entries).toEqual([])
    journal.page('olga', seen({}, {}, true))
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'planned' } })
  })

  test('what nobody knows can\'t go', () => {
    expect(createCalendarJournal().page('olga', gone('never-seen'))).toEqual({ entries: [], created: [], changed: [] })
  })

  test('a meeting that was cancelled before it was seen stands in the journal as cancelled', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen({ cancelled: true }))
    expect(journal.only()).toMatchObject({ cancellation: 'cancelled', contact: { status: 'cancelled' } })
  })

  test('a meeting changes its client when its guests change', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('olga', seen({ changedAt: 2_000 }, { counterpartyId: 'globex', personIds: ['hank'], outsiders: ['hank@globex.example'] }))
    expect(journal.only().contact).toMatchObject({ counterpartyId: 'globex', personIds: ['hank'] })
  })
})

describe('recognising', () => {
  test('a meeting with strangers waits for its manager alone, and becomes a contact when somebody gains the address though nothing of it changed', () => {
    const journal = createCalendarJournal()
    const { entries, created } = journal.page('olga', seen({}, stranger))
    expect([entries[0]?.meaning, created]).toEqual(['waiting', []])
    journal.page('olga', seen())
    expect(journal.only().contact.counterpartyId).toBe('acme')
  })

  test('"not with a client" is not overruled by a client who gains the address', () => {
    const journal = createCalendarJournal()
    const [row] = journal.page('olga', seen({}, stranger)).entries
    if (row) journal.rows.set('olga e1', { ...row, dismissed: true })
    const { entries, created } = journal.page('olga', seen())
    expect([entries[0]?.meaning, entries[0]?.dismissed, created]).toEqual(['waiting', true, []])
  })

  test.each([['nobody knows its guests any more', stranger], ['only colleagues are left', colleagues], ['its guests are never registered', { ...stranger, kind: 'blocked' as const }]])(
    'a contact stays one when %s', (_why, side) => {
      const journal = createCalendarJournal()
      journal.page('olga', seen())
      journal.page('olga', seen({ changedAt: 2_000, subject: 'Later' }, side))
      expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'planned', subject: 'Later', counterpartyId: 'acme', personIds: ['vera'] } })
    })

  test('a waiting meeting that is taken away leaves the list and no words', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen({}, stranger))
    expect(journal.page('olga', gone()).entries).toMatchObject([{ standing: 'removed', meaning: 'ignored', facts: null, calendarKey: null }])
  })

  test.each([['internal', {}, colleagues], ['free', { showAs: 'free' as const }, {}], ['private', { private: true }, {}]])('of what does not count (%s) no words are kept', (_what, said, side) => {
    const journal = createCalendarJournal()
    expect(journal.page('olga', seen(said, side)).entries).toMatchObject([{ meaning: 'ignored', facts: null, calendarKey: null }])
    expect(JSON.stringify([...journal.rows.values()])).not.toContain('Prices')
  })
})

describe('private appointments', () => {
  const journalWithBusy = () => createCalendarJournal({ ...strict, private: 'busy' })

  test('one becomes a private contact without a word', () => {
    const journal = journalWithBusy()
    const { created, entries } = journal.page('olga', seen({ private: true }))
    expect(created).toMatchObject([{ busy: true, managerIds: ['olga'], facts: { startsAt: noon, subject: '', text: '', location: '', counterpartyId: null, personIds: [], organizer: null, outsiders: [], paneKey: null } }])
    expect(JSON.stringify([created, entries])).not.toMatch(/Prices|Room 4|vera|acme/)
  })

  test('a copy that its owner keeps private does not join the meeting that colleagues see', () => {
    const journal = journalWithBusy()
    journal.page('boris', seen({ eventId: 'e2' }))
    journal.page('olga', seen({ private: true }))
    expect(journal.meetings.get(key)?.contact.managerIds).toEqual(['boris'])
    expect(journal.meetings.size).toBe(2)
  })

  test.each(['ignore', 'busy'] as const)('a contact whose appointment turns private (%s) loses what the calendar gave and keeps what people wrote', (rule) => {
    const journal = createCalendarJournal({ ...strict, private: rule })
    journal.page('olga', seen())
    journal.edit(key, { subject: 'My own words' })
    journal.page('olga', seen({ changedAt: 2_000, private: true, subject: 'Secret' }))
    const { cancellation, contact } = journal.meetings.get(key) ?? {}
    expect([cancellation, contact?.status, contact?.subject, contact?.counterpartyId, contact?.personIds]).toEqual(['removed', 'cancelled', 'My own words', null, []])
    expect(journal.contents.get(contact?.id ?? '')).toBe('')
    expect(journal.meetings.size).toBe(rule === 'busy' ? 2 : 1)
  })
})

describe('series', () => {
  const occurrence = (day: string, said: Parameters<typeof anEvent>[0] = {}) =>
    seen({ eventId: `o-${day}`, seriesId: 's1', originalStart: `${day}T23:30:00.000Z`, ...at(Date.parse(`${day}T23:30:00Z`)), ...said })

  test('each occurrence is a contact of its own and knows its series', () => {
    const journal = createCalendarJournal()
    journal.page('olga', occurrence('2026-12-01'), occurrence('2026-12-08'))
    const keys = [...journal.meetings.values()].map((meeting) => meeting.seriesKey)
    expect([journal.meetings.size, new Set(keys).size, typeof keys[0]]).toEqual([2, 1, 'string'])
  })

  test('a deleted date is counted in the zone of the series', () => {
    const journal = createCalendarJournal()
    journal.page('olga', occurrence('2026-12-01'), occurrence('2026-12-02'))
    journal.page('olga', seriesSays('s1', 'Europe/Moscow', '2026-12-02'))
    expect([...journal.rows.values()].map((row) => [row.eventId, row.standing])).toEqual([['o-2026-12-01', 'removed'], ['o-2026-12-02', 'planned']])
  })

  test('in a zone that nobody knows no date is guessed', () => {
    const journal = createCalendarJournal()
    journal.page('olga', occurrence('2026-12-01'))
    for (const zone of [null, 'tzone://Microsoft/Custom']) expect(journal.page('olga', seriesSays('s1', zone, '2026-12-01', '2026-12-02')).entries).toEqual([])
  })

  test('whole days are deleted by their date in every zone', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen({ seriesId: 's1', originalStart: '2026-12-01', start: { kind: 'date', date: '2026-12-01' }, end: { kind: 'date', date: '2026-12-02' } }))
    expect(journal.only().contact).toMatchObject({ startsAt: Date.parse('2026-12-01T00:00:00Z'), durationMinutes: 1_440 })
    expect(journal.only().allDay).toBe(true)
    journal.page('olga', seriesSays('s1', null, '2026-12-01'))
    expect(journal.only().cancellation).toBe('removed')
  })

  test('the word of a series holds whatever place of the page it stands at, and for its own occurrences only', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seriesSays('s1', 'UTC', '2026-12-01'), occurrence('2026-12-01'), occurrence('2026-12-01', { eventId: 'other', seriesId: 's2', uid: 'uid-2' }))
    expect([...journal.rows.values()].map((row) => [row.eventId, row.standing])).toEqual([['o-2026-12-01', 'removed'], ['other', 'planned']])
  })

  test('an exception is found by its slot, not by the date it was moved to, and may come before anything else of its series', () => {
    const journal = createCalendarJournal()
    journal.page('olga', occurrence('2026-12-01', at(Date.parse('2026-12-05T10:00:00Z'))))
    journal.page('olga', seriesSays('s1', 'UTC', '2026-12-05'))
    expect(journal.only().contact.status).toBe('planned')
    journal.page('olga', seriesSays('s1', 'UTC', '2026-12-01'))
    expect(journal.only().contact.status).toBe('cancelled')
  })

  test('a date that is there again is planned again', () => {
    const journal = createCalendarJournal()
    journal.page('olga', occurrence('2026-12-01'))
    journal.page('olga', seriesSays('s1', 'UTC', '2026-12-01'))
    journal.page('olga', seriesSays('s1', 'UTC'), occurrence('2026-12-01', { changedAt: 5_000 }))
    expect(journal.only()).toMatchObject({ cancellation: null, contact: { status: 'planned' } })
  })

  test('a single appointment that becomes part of a series leaves its old contact and is not planned twice', () => {
    const journal = createCalendarJournal()
    journal.page('olga', seen())
    journal.page('olga', seen({ changedAt: 2_000, seriesId: 's1', originalStart: '2026-12-01T12:00:00.000Z' }))
    expect([...journal.meetings.values()].map((meeting) => [meeting.contact.status, meeting.cancellation])).toEqual([['cancelled', 'removed'], ['planned', null]])
  })
})

test('a page that says a thing and takes it back writes nothing', () => {
  const journal = createCalendarJournal()
  journal.page('olga', seen())
  expect(journal.page('olga', seen({ changedAt: null, subject: 'Other' }), seen({ changedAt: null, subject: 'Prices' }))).toEqual({ entries: [], created: [], changed: [] })
})
