import type { CalendarEvent } from '../../ports/calendar-source'
import { textOfHtml } from '../../platform/text/html-text'
import { changeOf } from './graph-event'
import { graphEvent } from './graph-json'
import { rowOf } from './graph-rows'
import { instantAt, wallOf, zoneOf } from './graph-zones'
import { aRow, limits, utc } from './test-support/graph-wire'

const change = (over: Record<string, unknown> = {}, series: unknown = null) => changeOf(graphEvent.parse(aRow(over)), { mailbox: 'anna@north.example', series: series === null ? null : graphEvent.parse(series) })
function event(over: Record<string, unknown> = {}, series: unknown = null): CalendarEvent {
  const found = change(over, series)
  if (found.kind !== 'event') throw new Error(`no event: ${found.kind}`)
  return found.event
}
const at = (iso: string) => Date.parse(iso)
/** Of this process's own work: others on the machine don't count. */
const msSince = (begun: NodeJS.CpuUsage) => process.cpuUsage(begun).user / 1_000

it('a single appointment is given whole', () => {
  expect(event()).toEqual({
    eventId: 'A1', seriesId: null, uid: 'uid-1', originalStart: null, changedAt: at('2026-11-20T10:00:00.123Z'), zoneUnknown: false, cancelled: false,
    start: { kind: 'instant', at: at('2026-11-25T09:00:00Z'), zone: 'Europe/Berlin' }, end: { kind: 'instant', at: at('2026-11-25T10:00:00Z'), zone: 'Europe/Berlin' },
    subject: 'Offer', text: 'Bring the plans.', location: 'Hamburg', organizer: { name: 'Anna', address: 'anna@north.example' }, organizedHere: true,
    attendees: [{ name: 'Bert', address: 'bert@client.example', response: 'accepted', optional: false, resource: false }], ownResponse: 'accepted',
    private: false, showAs: 'busy', kind: 'meeting', online: false, webLink: 'https://outlook.office365.com/owa/?itemid=A1', mark: null,
  })
})

describe('whole days', () => {
  const days = { isAllDay: true, start: utc('2026-12-01T00:00:00.0000000'), end: utc('2026-12-03T00:00:00.0000000') }
  it('are dates, in whatever zone their organiser is', () => {
    for (const originalStartTimeZone of ['Tokyo Standard Time', 'tzone://Microsoft/Custom', '', undefined]) {
      expect(event({ ...days, originalStartTimeZone })).toMatchObject({ start: { kind: 'date', date: '2026-12-01' }, end: { kind: 'date', date: '2026-12-03' }, zoneUnknown: false })
    }
  })
  it('last a day at least', () => expect(event({ ...days, end: days.start })).toMatchObject({ end: { kind: 'date', date: '2026-12-02' } }))
  it.each([
    ['2018-06-05T07:00:00Z', 'UTC', '2018-06-05'], ['2026-11-30T15:00:00Z', 'Tokyo Standard Time', '2026-12-01'], ['2026-12-01T08:00:00Z', 'Pacific Standard Time', '2026-12-01'],
    ['2026-11-30T23:00:00Z', 'tzone://Microsoft/Custom', '2026-12-01'], ['2026-11-30T11:00:00Z', 'Tonga Standard Time', '2026-12-01'], ['2026-12-01T00:00:00Z', '', '2026-12-01'],
  ])('the slot %s of %s is the date %s', (originalStart, originalStartTimeZone, date) => {
    expect(event({ ...days, type: 'exception', seriesMasterId: 'M', originalStart, originalStartTimeZone }).originalStart).toBe(date)
  })
  it('the date that its series calls it by counts more than a midnight of nobody knows where', () => {
    const written = { ...days, type: 'exception', seriesMasterId: 'M', originalStart: '2026-11-30T10:00:00Z', originalStartTimeZone: 'UTC' }
    expect(event({ ...written, occurrenceId: 'OID.M.2026-12-01' }).originalStart).toBe('2026-12-01')
  })
  it('one that was given an hour keeps the slot of its series', () => {
    const series = aRow({ ...days, type: 'seriesMaster' })
    expect(event({ type: 'exception', seriesMasterId: 'M', originalStart: '2026-11-30T23:00:00Z' }, series)).toMatchObject({ originalStart: '2026-12-01', start: { kind: 'instant' } })
  })
})

describe('times', () => {
  it.each([['W. Europe Standard Time', 'Europe/Berlin'], ['Europe/Kyiv', 'Europe/Kyiv'], ['tzone://Microsoft/Utc', 'UTC'], ['UTC', 'UTC'], ['Lord Howe Standard Time', 'Australia/Lord_Howe']])('%s is %s', (written, zone) => {
    expect(event({ originalStartTimeZone: written })).toMatchObject({ start: { zone }, end: { zone }, zoneUnknown: false })
  })
  it.each(['tzone://Microsoft/Custom', 'Customized Time Zone', '', '  ', '(UTC+01:00) Amsterdam', '+01:00', '__proto__', 'x'.repeat(10_000)])('nobody guesses what %p means', (written) => {
    expect(event({ originalStartTimeZone: written, originalEndTimeZone: written })).toMatchObject({ start: { at: at('2026-11-25T09:00:00Z'), zone: null }, zoneUnknown: true })
  })
  it('without a word about the zone it is that of the times', () => expect(event({ originalStartTimeZone: undefined, originalEndTimeZone: null })).toMatchObject({ start: { zone: 'UTC' }, zoneUnknown: false }))
  it('are read in the zone in which they were answered, though UTC was asked for', () => {
    expect(event({ start: { dateTime: '2026-11-25T10:00:00.0000000', timeZone: 'W. Europe Standard Time' }, end: { dateTime: '2026-11-25T05:00:00', timeZone: 'America/New_York' } }))
      .toMatchObject({ start: { at: at('2026-11-25T09:00:00Z') }, end: { at: at('2026-11-25T10:00:00Z') } })
    expect(event({ start: { dateTime: '2026-11-25T10:00:00', timeZone: 'tzone://Microsoft/Custom' }, end: utc('2026-11-25T11:00:00') })).toMatchObject({ start: { at: at('2026-11-25T10:00:00Z') }, zoneUnknown: true })
  })
  it('an end before the start, or one that means none, is the start', () => {
    for (const end of [utc('2026-11-25T08:00:00'), utc('9999-12-31T23:59:59.9999999'), utc('0001-01-01T00:00:00')]) expect(event({ end }).end).toMatchObject({ at: at('2026-11-25T09:00:00Z') })
  })
  it.each([[{ start: null }], [{ start: undefined }], [{ end: null }], [{ start: utc('0001-01-01T00:00:00.0000000') }], [{ start: utc('9999-12-31T23:59:59.9999999') }], [{ start: utc('2026-13-45T99:00:00') }], [{ start: utc('') }]])('%j can\'t be read', (over) => {
    expect(change(over)).toEqual({ kind: 'unreadable', eventId: 'A1', problem: 'times' })
  })
  it('changed at a time that means none is changed nobody knows when', () => {
    for (const lastModifiedDateTime of ['0001-01-01T00:00:00Z', null, undefined, 'today']) expect(event({ lastModifiedDateTime }).changedAt).toBeNull()
  })
  it('the gap and the fold of summer time are where the organiser meant them', () => {
    expect(new Date(instantAt(at('2027-03-28T02:30:00Z'), 'Europe/Berlin')).toISOString()).toBe('2027-03-28T01:30:00.000Z')
    expect(new Date(instantAt(at('2026-11-01T01:30:00Z'), 'America/New_York')).toISOString()).toBe('2026-11-01T05:30:00.000Z')
    expect(new Date(instantAt(at('2026-10-04T12:00:00Z'), 'Australia/Lord_Howe')).toISOString()).toBe('2026-10-04T01:00:00.000Z')
    for (const zone of ['Europe/Moscow', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/St_Johns']) for (let month = 0; month < 12; month++) expect(wallOf(instantAt(Date.UTC(2027, month, 15, 9), zone), zone)).toBe(Date.UTC(2027, month, 15, 9))
  })
  it('every Windows name that CLDR knows is a zone of this machine', async () => {
    const { WINDOWS_TO_IANA_MAP } = await import('windows-iana')
    const names = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))]
    expect(names.length).toBeGreaterThan(130)
    expect(names.filter((name) => zoneOf(name) === null)).toEqual([])
  })
})

describe('what it says', () => {
  it.each(['private', 'confidential', 'Private', 'unknownFutureValue', 'secret'])('%s: nothing but the time leaves the adapter', (sensitivity) => {
    const found = event({ sensitivity, subject: 'Doctor', bodyPreview: 'Doctor', location: { displayName: 'Doctor' }, body: { contentType: 'html', content: 'Doctor' }, onlineMeeting: { joinUrl: 'https://doctor.example' } })
    expect(found).toMatchObject({ private: true, subject: '', text: '', location: '', attendees: [], organizer: null, online: false, organizedHere: true })
    expect(JSON.stringify(found)).not.toMatch(/doctor|bert/i)
  })
  it.each(['normal', 'personal', 'Personal', '', null, undefined])('%s is not private', (sensitivity) => expect(event({ sensitivity }).private).toBe(false))
  it('cancelled is what is cancelled, whatever the subject says', () => {
    expect(event({ subject: 'Canceled: Canceled: Daily', isCancelled: true, responseStatus: { response: 'accepted' } })).toMatchObject({ cancelled: true, subject: 'Canceled: Canceled: Daily' })
    expect(event({ subject: 'Abgesagt: Daily' })).toMatchObject({ cancelled: false, subject: 'Abgesagt: Daily' })
  })
  it('almost nothing is enough', () => {
    const poor = changeOf(graphEvent.parse({ id: 'p', start: utc('2026-11-25T09:00:00.0000000'), end: utc('2026-11-25T10:00:00.0000000') }), { mailbox: 'anna@north.example', series: null })
    expect(poor).toMatchObject({ kind: 'event', event: { uid: null, subject: '', text: '', location: '', organizer: null, organizedHere: false, attendees: [], ownResponse: 'none', showAs: 'busy', webLink: null, changedAt: null, zoneUnknown: false } })
    expect(event({ subject: null, organizer: null, attendees: null, body: null, location: null, responseStatus: null, onlineMeeting: null, iCalUId: null, hideAttendees: true })).toMatchObject({ subject: '', organizer: null, attendees: [] })
  })
  it('who organises it is known without being told', () => expect(event({ isOrganizer: undefined, organizer: { emailAddress: { address: 'ANNA@North.example' } } }).organizedHere).toBe(true))
  it.each([['organizer', 'accepted'], ['accepted', 'accepted'], ['tentativelyAccepted', 'tentative'], ['declined', 'declined'], ['notResponded', 'none'], ['none', 'none'], ['maybe', 'none'], [null, 'none']])('the answer %s is %s', (response, ours) => {
    expect(event({ responseStatus: { response } }).ownResponse).toBe(ours)
  })
  it.each([['free', 'free', 'meeting'], ['tentative', 'busy', 'meeting'], ['busy', 'busy', 'meeting'], ['oof', 'away', 'meeting'], ['workingElsewhere', 'away', 'meeting'], ['unknown', 'busy', 'meeting'], ['asleep', 'busy', 'meeting'], [null, 'busy', 'meeting']])('shown as %s with a guest: %s, %s', (showAs, ours, kind) => {
    expect(event({ showAs })).toMatchObject({ showAs: ours, kind })
  })
  it('away for whole days or alone is an absence', () => {
    expect(event({ showAs: 'oof', attendees: [] }).kind).toBe('absence')
    expect(event({ showAs: 'workingElsewhere', isAllDay: true }).kind).toBe('absence')
    expect(event({ attendees: [] }).kind).toBe('meeting')
  })
  it.each([[{ isOnlineMeeting: true }, true], [{ onlineMeeting: { joinUrl: 'https://teams.example/j' } }, true], [{ onlineMeetingUrl: 'https://old.example' }, true], [{ onlineMeeting: null, onlineMeetingUrl: '' }, false]])('%j: online is %s', (over, online) => expect(event(over).online).toBe(online))
  it.each(['http://outlook.example', 'javascript:alert(1)', 'owa', '', null])('%p opens nothing', (webLink) => expect(event({ webLink }).webLink).toBeNull())
  it('guests: rooms, the optional, those without an address and directory names', () => {
    const guest = (address: string | null | undefined, type: string) => ({ type, emailAddress: { address } })
    expect(event({ attendees: [guest('room@north.example', 'resource'), guest('c@x.example', 'optional'), guest('d@x.example', 'sponsor'), guest('', 'required'), guest(null, 'required'), guest('/O=EXCHANGE/CN=ANNA', 'required'), { type: 'required' }] }).attendees)
      .toMatchObject([{ address: 'room@north.example', resource: true }, { address: 'c@x.example', optional: true }, { address: 'd@x.example', optional: false, resource: false }])
  })
  it.each([
    ['a guest', { attendees: [null, 'Carl', {}, { emailAddress: null }, { emailAddress: 'c@x.example' }, { type: 1, status: 'yes', emailAddress: { name: 7, address: 'bert@client.example' } }] }, { attendees: [{ address: 'bert@client.example', response: 'none' }] }],
    ['the guests', { attendees: null }, { attendees: [] }], ['the guests, in one word', { attendees: 'everybody' }, { attendees: [] }],
    ['the place', { location: null }, { location: '' }], ['the place, in one word', { location: ' Room 5 ' }, { location: 'Room 5' }], ['the place, nothing of it', { location: { displayName: [] } }, { location: '' }],
    ['the organiser', { organizer: null }, { organizer: null }], ['the organiser, in one word', { organizer: 'Anna' }, { organizer: null }], ['the organiser\'s address', { organizer: { emailAddress: 'anna' } }, { organizer: null }],
    ['the text', { body: null }, { text: '' }], ['the text, in one word', { body: 'Bring the plans.' }, { text: '' }], ['the text\'s kind', { body: { contentType: 1, content: 'Bring' } }, { text: 'Bring' }],
    ['where it is met', { onlineMeeting: 'Teams', onlineMeetingUrl: {}, webLink: 1 }, { online: false, webLink: null }],
  ])('%s that can\'t be read takes nothing else along', (_name, over, expected) => {
    expect(event(over)).toMatchObject({ eventId: 'A1', subject: 'Offer', start: { at: at('2026-11-25T09:00:00Z') }, ...expected })
  })
  it('our mark is found on what we made, and on nothing else', () => {
    expect(event({ transactionId: 'counterpane-0193-contact' }).mark).toBe('0193-contact')
    for (const transactionId of ['counterpane-', 'localevent:1', '', null, `counterpane-${'x'.repeat(200)}`]) expect(event({ transactionId }).mark).toBeNull()
    expect(event({ type: 'occurrence', seriesMasterId: 'M' }, aRow({ transactionId: 'counterpane-1' })).mark).toBeNull()
  })
})

describe('much of it', () => {
  it('five thousand guests end at the limit', () => {
    const attendees = Array.from({ length: 5_000 }, (_, index) => ({ type: 'required', emailAddress: { name: `G${index}`, address: `g${index}@crowd.example` } }))
    expect(event({ attendees }).attendees).toHaveLength(limits.attendees)
  })
  it.each([['prose', `<p>${'All work and no play. '.repeat(200_000)}</p>`], ['depth', '<div>'.repeat(800_000)], ['tables', '<table><tr><td>a</td></tr></table>'.repeat(120_000)], ['brackets', '<'.repeat(4_000_000)], ['plain text', 'words '.repeat(700_000)]])('4 MB of %s take less than a second and end at the limit', (kind, content) => {
    const begun = process.cpuUsage()
    const { text } = event({ body: { contentType: kind === 'plain text' ? 'text' : 'html', content } })
    expect(msSince(begun)).toBeLessThan(1_000)
    expect(text.length).toBeLessThanOrEqual(limits.text)
  })
  it('a note in Exchange\'s wrapping reads as the parser reads it, and takes no time', () => {
    for (const words of ['', 'Bring  the\r\n plans', ' \u200b a ', 'a &amp; b', 'a<br>b', '\0']) {
      const content = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\r\n<body lang="en">${words}</body></html>\r\n`
      expect(event({ body: { contentType: 'html', content } }).text).toBe(textOfHtml(content))
    }
    for (const content of [`<html><head>${'<meta '.repeat(60_000)}`, `<html><head>${'<meta> '.repeat(20_000)}`, `<html><head></head><body>${' '.repeat(390_000)}<`]) {
      const begun = process.cpuUsage()
      event({ body: { contentType: 'html', content } })
      expect(msSince(begun)).toBeLessThan(1_000)
    }
  })
  it('nothing is cut through the middle of a character, and NUL is not passed on', () => {
    const { text, subject } = event({ body: { contentType: 'text', content: `a${'😀'.repeat(60_000)}` }, subject: 'a\0b' })
    expect(text).not.toMatch(/\p{Surrogate}/u)
    expect(subject).toBe('a\uFFFDb')
  })
})
it('a row that is no row is unreadable by its place, never by its words', () => {
  expect(rowOf(aRow({ start: { dateTime: 'secret', timeZone: 42 } }))).toEqual({ kind: 'unreadable', eventId: 'A1', problem: 'start.timeZone' })
})
