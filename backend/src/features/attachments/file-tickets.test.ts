import { createFileTickets } from './file-tickets'

const now = new Date('2026-11-22T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const [old, fresh] = ['an old secret of at least 32 characters', 'a new secret of at least 32 characters!']

it('a ticket names its file until it expires', () => {
  const tickets = createFileTickets([old])
  const { ticket, expiresAt } = tickets.issue('file 1.2 of я', now)
  expect(expiresAt).toEqual(later(10))
  expect(tickets.read(ticket, later(9))).toBe('file 1.2 of я')
  expect(tickets.read(ticket, later(10))).toBeNull()
})

it('tickets of the old secret are believed while the new one replaces it, and no longer', () => {
  const { ticket } = createFileTickets([old]).issue('a', now)
  expect(createFileTickets([fresh, old]).read(ticket, now)).toBe('a')
  expect(createFileTickets([fresh]).read(ticket, now)).toBeNull()
  expect(createFileTickets([fresh]).read(createFileTickets([fresh, old]).issue('a', now).ticket, now)).toBe('a')
})

it('no letter of a ticket can be changed', () => {
  const tickets = createFileTickets([old])
  const { ticket } = tickets.issue('0190a0c4-7c57-7b5a-8e3f-0123456789ab', now)
  for (let i = 0; i < ticket.length; i++) {
    const changed = `${ticket.slice(0, i)}${ticket[i] === 'w' ? 'g' : 'w'}${ticket.slice(i + 1)}`
    expect([i, tickets.read(changed, now)]).toEqual([i, null])
  }
})

it('needs a secret', () => {
  expect(() => createFileTickets([])).toThrow('secret')
})
