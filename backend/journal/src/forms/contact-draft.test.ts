import type { Contact } from '@counterpane/shared/contract/contact'
import { bodyOf, differing, draftOf, draftProblems } from './contact-draft'
import { withReadyWords } from './ready-words'

const contact = (part: Partial<Contact> = {}): Contact => ({
  id: 'c', etag: '"1"', startsAt: '2026-11-24T08:00:15.000Z', durationMinutes: 30, method: 'call', direction: 'outgoing', status: 'held', state: 0, overdue: false, priority: 'medium', type: null, firm: null, manager: { id: 'm', name: 'Olga' }, managers: [],
  registeredBy: null, counterparty: { id: 'k', name: 'Vektor' }, also: [], persons: [], subject: 'Price', content: '', folded: '', result: '', comment: '', adSource: null, attributes: {}, attachments: [], source: 'manual', visibility: 'full', private: false,
  messageId: null, conversationId: null, previousId: null, nextIds: [], createdAt: '2026-11-24T08:00:00.000Z', updatedAt: '2026-11-24T08:00:00.000Z', calendar: null, appointment: null, ...part,
})

it('sends only what was changed, so that the seconds of a time nobody touched stay', () => {
  const base = draftOf(contact())
  const draft = { ...base, result: 'Agreed', client: null }
  expect(differing(draft, base)).toEqual(['client', 'result'])
  expect(bodyOf(draft, differing(draft, base), false)).toEqual({ counterpartyId: null, result: 'Agreed' })
  expect(differing(draftOf(contact()), base)).toEqual([])
})

it('keeps a whole day a date, whatever the zone of the reader', () => {
  const whole = contact({ startsAt: '2026-11-24T00:00:00.000Z', durationMinutes: 2_880, calendar: { allDay: true } as Contact['calendar'] })
  const base = draftOf(whole)
  expect([base.when, base.minutes]).toEqual(['2026-11-24', '2'])
  const draft = { ...base, when: '2026-11-25', minutes: '3' }
  expect(bodyOf(draft, differing(draft, base), true)).toEqual({ startsAt: '2026-11-25T00:00:00.000Z', durationMinutes: 4_320 })
})

it('takes years 1 and 9999, and no minutes that the server would refuse', () => {
  const base = draftOf(contact())
  for (const when of ['0001-01-02T10:00', '9999-12-30T10:00']) expect(draftProblems({ ...base, when }).when).toBe(false)
  for (const when of ['0001-01-01', '9999-12-31']) expect(draftProblems({ ...base, when }).when).toBe(false)
  for (const when of ['', '2026-02-31T10:00', '10000-01-01T10:00', '2026-02-31']) expect(draftProblems({ ...base, when }).when).toBe(true)
  for (const minutes of ['-5', '1.5', '1e9', '527041']) expect(draftProblems({ ...base, minutes }).minutes).toBe(true)
})

it('puts ready words behind what is written, and not twice', () => {
  expect(withReadyWords('', 'Agreed')).toBe('Agreed')
  expect(withReadyWords('They called.\n', 'Agreed')).toBe('They called.\nAgreed')
  expect(withReadyWords('They called.\nAgreed', 'Agreed')).toBe('They called.\nAgreed')
})
