import { factsOf, wordlessFacts } from './event-facts'
import { anEvent, aSide, client, hour, noon } from './test-support/journal-model'

const guest = (name: string, address: string, resource = false) => ({ name, address, response: 'none' as const, optional: false, resource })

describe('what an appointment says of its contact', () => {
  test('outsiders are named as the invitation names them, each once, without ours and without rooms', () => {
    const attendees = [guest('Vera', ' Vera@ACME.example'), guest('Vera again', 'vera@acme.example'), guest('Boris', 'boris@ours.example'), guest('Info', 'info@xn--mnchen-3ya.example'), guest('Room', 'hank@globex.example', true)]
    const side = aSide({ outsiders: ['hank@globex.example', 'vera@acme.example', 'info@xn--mnchen-3ya.example'] })
    const { outsiders, organizer } = factsOf(anEvent({ organizer: { name: 'Hank', address: 'Hank@globex.example' }, attendees }), side)
    expect(outsiders).toHaveLength(3)
    expect(outsiders.map((one) => one.address.trim().toLowerCase()).sort()).toEqual(['hank@globex.example', 'info@xn--mnchen-3ya.example', 'vera@acme.example'])
    expect(organizer).toEqual({ name: 'Hank', address: 'Hank@globex.example' })
  })

  test('an address in another spelling is the same outsider', () => {
    expect(factsOf(anEvent({ attendees: [guest('Info', 'info@München.example')] }), aSide({ outsiders: ['info@xn--mnchen-3ya.example'] })).outsiders).toEqual([{ name: 'Info', address: 'info@München.example' }])
  })

  test('whole days are dates: midnights in UTC, wherever the organiser is', () => {
    const facts = factsOf(anEvent({ start: { kind: 'date', date: '2026-12-01' }, end: { kind: 'date', date: '2026-12-03' }, zoneUnknown: true }), aSide())
    expect(facts).toMatchObject({ startsAt: Date.parse('2026-12-01T00:00:00Z'), endsAt: Date.parse('2026-12-03T00:00:00Z'), allDay: true, zoneUnknown: true })
    expect(factsOf(anEvent(), aSide())).toMatchObject({ startsAt: noon, endsAt: noon + hour, allDay: false, zoneUnknown: false, outsiders: [client], subject: 'Prices', text: 'We talk about prices.', location: 'Room 4', direction: 'outgoing', method: 'meeting' })
  })

  test.each([['2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z', true], ['2026-12-01T00:00:00Z', '2026-12-01T12:00:00Z', false], ['2026-12-01T09:00:00Z', '2026-12-02T09:00:00Z', false], ['2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z', false]])(
    'of what is private from %s to %s only the time is known', (from, to, allDay) => {
      const facts = wordlessFacts({ startsAt: Date.parse(from), endsAt: Date.parse(to) })
      expect(facts).toMatchObject({ allDay, subject: '', text: '', location: '', organizer: null, outsiders: [], link: null, counterpartyId: null, personIds: [], paneKey: null })
    })
})
