import fc from 'fast-check'
import { isNoReply } from './no-reply'
import { otherSide, participantsMax } from './other-side'

const own = { addressKeys: new Set(['olga@demo.example', 'olga.private@gmail.com']), domainKeys: new Set(['demo.example', 'crm.holding.example']) }
const party = (address: string, name = '') => ({ name, address })
const message = (from: string, to: string[], rest: { cc?: string[]; replyTo?: string[] } = {}) => ({
  from: party(from), to: to.map((one) => party(one)), cc: (rest.cc ?? []).map((one) => party(one)), replyTo: (rest.replyTo ?? []).map((one) => party(one)),
})
const addresses = (parties: { address: string }[]) => parties.map(({ address }) => address)

describe('the other side of a message', () => {
  it('is the sender of what we received; further outsiders come after', () => {
    const side = otherSide(message('ivan@vector.example', ['olga@demo.example', 'b@beta.example'], { cc: ['c@beta.example', 'IVAN@vector.example', 'anna@demo.example'] }), own)
    expect([side.direction, addresses(side.main), addresses(side.others), side.internalOnly]).toEqual(['incoming', ['ivan@vector.example'], ['b@beta.example', 'c@beta.example'], false])
  })

  it('are the recipients of what we sent, To before Cc', () => {
    const side = otherSide(message('olga@demo.example', ['b@beta.example', 'anna@demo.example'], { cc: ['a@alpha.example', 'B@beta.example'] }), own)
    expect([side.direction, addresses(side.main), side.others]).toEqual(['outgoing', ['b@beta.example', 'a@alpha.example'], []])
  })

  it('is whom our robot wants answered, and its other outside recipients come after', () => {
    const side = otherSide(message('site@demo.example', ['olga@demo.example', 'partner@beta.example'], { replyTo: ['anna@demo.example', 'ivan@vector.example'] }), own)
    expect([side.direction, addresses(side.main), addresses(side.others)]).toEqual(['incoming', ['ivan@vector.example'], ['partner@beta.example']])
  })

  it('is the no-reply sender itself when nobody outside wants the answer', () => {
    expect(addresses(otherSide(message('noreply@shop.example', ['olga@demo.example'], { replyTo: ['olga@demo.example'] }), own).main)).toEqual(['noreply@shop.example'])
  })

  it('is nobody when the sender can’t be read, though others are', () => {
    const side = otherSide(message('/o=Org/cn=Ivan', ['olga@demo.example', 'b@beta.example']), own)
    expect([side.direction, side.main, addresses(side.others), side.internalOnly]).toEqual(['incoming', [], ['b@beta.example'], false])
  })

  it.each([
    ['a colleague', 'anna@demo.example', ['olga@demo.example'], true], ['a colleague at a sub-domain', 'bot@crm.mail.demo.example', ['olga@demo.example'], true], ['a private address of a manager', 'Olga.Private@gmail.com', ['olga@demo.example'], true],
    ['a tagged own address', 'olga.private+crm@gmail.com', ['olga@demo.example'], true], ['below our part of a holding’s domain', 'bot@mail.crm.holding.example', ['olga@demo.example'], true],
    ['the holding itself', 'boss@holding.example', ['olga@demo.example'], false], ['a domain that only ends like ours', 'a@notdemo.example', ['olga@demo.example'], false], ['nobody to write to', 'olga@demo.example', [], true],
    ['an unreadable recipient', 'olga@demo.example', ['/o=Org/cn=X'], false],
  ])('between ourselves: %s', (_, from, to, internalOnly) => expect(otherSide(message(from, to), own).internalOnly).toBe(internalOnly))

  it('names everybody once, From first, Cc last', () => {
    const side = otherSide(message('ivan@vector.example', ['olga@demo.example', 'Ivan@vector.example', ''], { cc: ['c@beta.example'], replyTo: ['r@vector.example'] }), own)
    expect(addresses(side.participants)).toEqual(['ivan@vector.example', 'r@vector.example', 'olga@demo.example', 'c@beta.example'])
  })

  it('says how many of a mass mailing it left unread', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `person${i}@beta.example`)
    const side = otherSide(message('ivan@vector.example', many), own)
    expect([side.participants.length, side.unread]).toEqual([participantsMax, 10_000 - participantsMax + 1])
  })

  it('has neither one of ours nor anybody twice, whoever writes to whom', () => {
    const anybody = fc.constantFrom('olga@demo.example', 'anna@demo.example', 'OLGA@DEMO.EXAMPLE', 'bot@x.demo.example', 'noreply@shop.example', 'ivan@vector.example', 'Ivan@Vector.example', 'b@beta.example', '', '/o=x', 'no address').map((one) => party(one))
    const list = fc.array(anybody, { maxLength: 5 })
    fc.assert(fc.property(anybody, list, list, list, (from, to, cc, replyTo) => {
      const side = otherSide({ from, to, cc, replyTo }, own)
      const keys = [...side.main, ...side.others].map((one) => one.keys.addressKey)
      expect(keys.filter((key) => key.endsWith('demo.example'))).toEqual([])
      expect(new Set(keys).size).toBe(keys.length)
      expect(side.internalOnly && keys.length > 0).toBe(false)
      if (side.direction === 'outgoing') expect(side.sender?.own).toBe(true)
    }), { numRuns: 1_000 })
  })
})

describe('an address that nobody reads', () => {
  it.each(['noreply@x.example', 'no-reply+17@x.example', 'do_not_reply@x.example', 'shop.no.reply@x.example', 'mailer-daemon@x.example', 'notifications@x.example', 'robot@x.example'])('%s', (key) => expect(isNoReply(key)).toBe(true))
  it.each(['ivan@noreply.example', 'robotov@x.example', 'reply@x.example', 'info@x.example', 'nora.eply@x.example'])('not %s', (key) => expect(isNoReply(key)).toBe(false))
})
