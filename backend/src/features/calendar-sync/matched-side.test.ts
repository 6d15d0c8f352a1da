import type { ExactEvidence, Hit } from '@counterpane/shared/matching/evidence'
import type { EvidenceKeys } from '@counterpane/shared/matching/evidence-keys'
import { createMatchSide } from './matched-side'
import { anEvent } from './test-support/journal-model'

const guest = (address: string, resource = false) => ({ name: address, address, response: 'none' as const, optional: false, resource })
const from = (address: string) => ({ name: '', address })
const person = (addressKey: string, personId: string, counterpartyId: string | null, lastContactAt: number | null = null): Hit => ({ addressKey, personId, counterpartyId, lastContactAt })
const firm = (addressKey: string, counterpartyId: string): Hit => ({ addressKey, personId: null, counterpartyId, lastContactAt: null })
const own = { addressKeys: new Set(['olga@ours.example', 'boris@elsewhere.example']), domainKeys: new Set(['ours.example']), managerIds: new Map([['olga@ours.example', 'olga'], ['boris@elsewhere.example', 'boris']]) }

function matching(evidence: Partial<ExactEvidence> = {}) {
  const asked: { keys: EvidenceKeys; managerId: string }[] = []
  const match = createMatchSide({ own: () => own, exact: (keys, managerId) => { asked.push({ keys, managerId }); return { persons: [], counterparties: [], choices: [], blocked: new Set(), ...evidence } } })
  return { asked, of: (event: Parameters<typeof anEvent>[0]) => match(anEvent(event), 'olga') }
}

describe('the other side of an appointment', () => {
  test('is whom its outsiders\' addresses belong to, with everybody of the same client at the table', () => {
    const { of, asked } = matching({ persons: [person('mark@acme.example', 'mark', 'acme'), person('vera@acme.example', 'vera', 'acme'), person('hank@globex.example', 'hank', 'globex')] })
    const side = of({ attendees: ['Vera@Acme.example', 'hank@globex.example', 'boris@elsewhere.example', 'new@ours.example', 'mark@acme.example'].map((address) => guest(address)) })
    expect(side).toEqual({ kind: 'known', counterpartyId: 'acme', personIds: ['vera', 'mark'], direction: 'outgoing', organiserManagerId: 'olga', outsiders: ['vera@acme.example', 'hank@globex.example', 'mark@acme.example'] })
    expect(asked).toEqual([{ managerId: 'olga', keys: { main: ['vera@acme.example', 'hank@globex.example', 'mark@acme.example'], others: [], domainKeys: ['acme.example', 'globex.example'] } }])
  })

  test('is a person before it is a counterparty, whoever is named first', () => {
    const { of } = matching({ persons: [person('hank@globex.example', 'hank', 'globex')], counterparties: [firm('info@acme.example', 'acme')] })
    expect(of({ attendees: [guest('info@acme.example'), guest('hank@globex.example')] })).toMatchObject({ counterpartyId: 'globex', personIds: ['hank'] })
  })

  test('is the organiser first, even when only their counterparty is known', () => {
    const { of } = matching({ persons: [person('hank@globex.example', 'hank', 'globex')], counterparties: [firm('info@acme.example', 'acme')] })
    expect(of({ organizer: from('info@acme.example'), attendees: [guest('hank@globex.example'), guest('olga@ours.example')] })).toMatchObject({ kind: 'known', counterpartyId: 'acme', personIds: [], direction: 'incoming', organiserManagerId: null })
  })

  test('an address of two persons files the one in contact last, and another client\'s nobody', () => {
    const { of } = matching({ persons: [person('office@acme.example', 'old', 'acme', 1), person('office@acme.example', 'new', 'acme', 2)] })
    expect(of({ attendees: [guest('office@acme.example')] })).toMatchObject({ counterpartyId: 'acme', personIds: ['new'] })
  })

  test('"always for this address" decides', () => {
    const { of } = matching({ persons: [person('vera@acme.example', 'vera', 'acme')], choices: [{ addressKey: 'vera@acme.example', personId: null, counterpartyId: 'dealer', setBy: 'Olga', setAt: 1 }] })
    expect(of({ attendees: [guest('vera@acme.example')] })).toMatchObject({ kind: 'known', counterpartyId: 'dealer', personIds: [] })
  })

  test('a person without a client is known all the same', () => {
    expect(matching({ persons: [person('vera@acme.example', 'vera', null)] }).of({})).toMatchObject({ kind: 'known', counterpartyId: null, personIds: ['vera'] })
  })

  test('strangers are unknown, all ours is internal, rooms are nobody', () => {
    const { of, asked } = matching()
    expect(of({})).toMatchObject({ kind: 'unknown', outsiders: ['vera@acme.example'] })
    expect(of({ attendees: [guest('boris@elsewhere.example'), guest('room@hotel.example', true)] })).toMatchObject({ kind: 'internal', outsiders: [] })
    expect(of({ attendees: [] })).toMatchObject({ kind: 'internal', direction: 'outgoing', organiserManagerId: 'olga' })
    expect(of({ attendees: [guest('Vera from Acme')] })).toMatchObject({ kind: 'unknown', outsiders: [] })
    expect(asked).toHaveLength(1)
  })

  test('a list of what is never registered turns away those on it, and the meeting when nobody else is known', () => {
    const evidence = { persons: [person('vera@acme.example', 'vera', 'acme'), person('mark@acme.example', 'mark', 'acme')], blocked: new Set(['vera@acme.example']) }
    expect(matching(evidence).of({})).toMatchObject({ kind: 'blocked', counterpartyId: null, personIds: [] })
    expect(matching(evidence).of({ attendees: [guest('vera@acme.example'), guest('mark@acme.example')] })).toMatchObject({ kind: 'known', personIds: ['mark'] })
    expect(matching({ ...evidence, blocked: new Set(['agency.example']) }).of({ organizer: from('desk@agency.example') })).toMatchObject({ kind: 'known', personIds: ['vera'] })
    expect(matching({ blocked: new Set(['agency.example']) }).of({ organizer: from('desk@agency.example') })).toMatchObject({ kind: 'blocked' })
  })

  test.each<[string, Parameters<typeof anEvent>[0], string, string | null]>([
    ['a colleague', { organizer: from('Boris@Elsewhere.example') }, 'outgoing', 'boris'], ['somebody of our domain', { organizer: from('desk@ours.example') }, 'outgoing', null], ['an outsider', { organizer: from('x@acme.example') }, 'incoming', null],
    ['nobody', { organizer: null }, 'outgoing', 'olga'], ['a nameless one', { organizer: from('') }, 'outgoing', 'olga'], ['the owner under an address that we don\'t know', { organizer: from('alias@private.example'), organizedHere: true }, 'outgoing', 'olga'],
  ])('organised by %s', (_who, said, direction, organiserManagerId) => {
    expect(matching().of(said)).toMatchObject({ direction, organiserManagerId })
  })

  test('the owner\'s unknown address is no outsider, though it stands among the guests too', () => {
    expect(matching().of({ organizer: from('alias@private.example'), organizedHere: true, attendees: [guest('Alias@private.example')] })).toMatchObject({ kind: 'internal', outsiders: [] })
  })

  test('of 2,000 guests the last one counts as well, quickly and with one question', () => {
    const attendees = Array.from({ length: 2_000 }, (_, n) => guest(`guest${n}@house${n % 50}.example`))
    const { of, asked } = matching({ persons: attendees.slice(1_000).map(({ address }) => person(address, `p-${address}`, 'acme')) })
    of({ attendees: attendees.slice(0, 10) })
    const before = process.cpuUsage()
    const side = of({ attendees })
    // Time of the processor, which a busy machine hardly changes.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500)
    expect([side.kind, side.outsiders.length, side.personIds.length, side.personIds.at(-1), asked.length]).toEqual(['known', 2_000, 1_000, `p-${attendees.at(-1)?.address}`, 2])
  })
})
