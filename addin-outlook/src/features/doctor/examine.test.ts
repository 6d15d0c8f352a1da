import { NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { doctorTexts } from '@counterpane/shared/text/doctor-pane'
import { toFailure } from '../../app/failure'
import { SignInRefused } from '../../session/pane-session'
import { examine, type Examined, type Finding, worst } from './examine'
import type { PaneFacts } from './pane-facts'
import { visitServer } from './server-visit'

const at = Date.parse('2026-11-22T08:00:00Z')
const minute = 60_000
const session: PaneFacts['session'] = { kind: 'entra', account: 'olga@demo.example', way: 'silent', gotAt: at - 10 * minute, expiresAt: at + 50 * minute, hostOwnsAccount: true, trouble: null }
const facts: PaneFacts = {
  at, host: { name: 'OutlookWebApp', version: '16.0', platform: 'OfficeOnline', sets: '1.14', nestedAppAuth: true, phone: false, accountType: 'enterprise' }, itemsSeen: 2, session, who: 'Olga Smirnova',
  storage: { local: true, session: true, apartFor: null }, outbox: { toSend: 0, refused: 0, lasting: true, works: true }, failures: [], network: { online: true, kind: '4g' },
}
const answered: Examined['visit'] = { state: 'answered', about: { version: '0.1.0', mode: 'production' }, roundTripMs: 40, aheadMs: 300 }
const findings = (facts_: Partial<PaneFacts> = {}, visit: Examined['visit'] = answered) => examine({ facts: { ...facts, ...facts_ }, visit, texts: doctorTexts.en, when: () => 'today 10:42' })
const line = (name: Finding['name'], ...given: Parameters<typeof findings>) => findings(...given).find((one) => one.name === name)
const failed = (error: unknown) => [{ at, call: 'sidebar' as const, failure: toFailure(error) }]

it('a pane in order has nothing to complain of', () => {
  expect(worst(findings())).toBe('ok')
  expect(line('signIn')?.says).toBe('Microsoft: Olga Smirnova, olga@demo.example, by Outlook itself, token 10 min old, good for 50 min more')
  expect(line('server')?.says).toBe('version 0.1.0, production, answers in 40 ms')
})

it.each<[string, Finding['name'], Parameters<typeof findings>, Finding['level'], RegExp]>([
  ['no mail client', 'host', [{ host: null }], 'broken', /Open an email in Outlook/],
  ['an old mail client', 'sets', [{ host: { name: 'Outlook', version: '16', platform: 'PC', sets: '1.5', nestedAppAuth: false, phone: false, accountType: '' } }], 'attention', /newer Outlook/],
  ['nobody signed in', 'signIn', [{ session: { ...session, way: null, trouble: { code: 'AADSTS65002', at } } }], 'broken', /other way/],
  ['a server where nobody can sign in', 'signIn', [{ session: { ...session, kind: 'none', way: null } }], 'broken', /administrator/],
  ['a slow server', 'server', [{}, { ...answered, roundTripMs: 2_000 }], 'attention', /takes long/],
  ['a server in trouble', 'server', [{}, { state: 'trouble', status: 503, title: 'busy', reference: 'ref-1' }], 'broken', /waits here/],
  ['a silent server', 'server', [{}, { state: 'silent' }], 'broken', /network/],
  ['a clock two minutes off', 'clock', [{}, { ...answered, aheadMs: -2 * minute }], 'attention', /clock/],
  ['a clock ten minutes off, of somebody not signed in', 'clock', [{}, { state: 'wants-sign-in', aheadMs: 10 * minute }], 'broken', /clock/],
  ['a browser that keeps nothing', 'storage', [{ outbox: { ...facts.outbox, works: false } }], 'attention', /lost when the pane closes/],
  ['a browser without room', 'storage', [{ outbox: { ...facts.outbox, lasting: false } }], 'attention', /bottom of the pane/],
  ['orders that wait', 'outbox', [{ outbox: { ...facts.outbox, toSend: 2, refused: 1 } }], 'attention', /list/],
  ['an error with a reference', 'failure', [{ failures: failed(new ProblemError({ type: '', title: 'Busy', status: 503, code: 'database-busy', detail: '', reference: 'ref-1' }, null)) }], 'attention', /reference/],
  ['no network', 'network', [{ network: { online: false, kind: '' } }], 'broken', /sent later/],
])('%s is told with what to do', (_what, name, given, level, advice) => {
  expect(line(name, ...given)).toMatchObject({ level, advice: expect.stringMatching(advice) as string })
})

it('the last error is told with its time and its reference', () => {
  const busy = new ProblemError({ type: '', title: 'The database is busy', status: 503, code: 'database-busy', detail: '', reference: 'ref-118' }, null)
  expect(line('failure', { failures: failed(busy) })?.says).toBe('today 10:42: sidebar: 503 database-busy, The database is busy, reference ref-118')
  expect(line('failure', { failures: failed(new NoConnectionError('x')) })?.says).toBe('today 10:42: sidebar: no connection')
  expect(line('failure', { failures: failed(new SignInRefused('interaction', { code: 'AADSTS50076' })) })?.says).toBe('today 10:42: sidebar: not signed in (AADSTS50076)')
})

it('on a phone nothing is said about pinning, which phones do not have', () => {
  expect(line('pinned', { host: facts.host && { ...facts.host, phone: true } })).toBeUndefined()
})

describe('the visit to the server', () => {
  /** A clock that goes on by `step` each time it is looked at. */
  const clock = (from: number, step: number) => { let now = from - step; return () => (now += step) }
  const about = (told: number) => () => Promise.resolve({ version: '0.1.0', mode: 'demo' as const, now: new Date(told).toISOString(), database: 'sqlite', migrations: 2 })

  it('compares the clocks in the middle of the way', async () => {
    expect(await visitServer(about(at + 50), { now: clock(at, 100) })).toMatchObject({ state: 'answered', roundTripMs: 100, aheadMs: 0 })
    expect(await visitServer(about(at - 60_000), { now: clock(at, 0) })).toMatchObject({ aheadMs: 60_000 })
  })
  it.each([['nobody is signed in', null], ['the server wants another session', () => Promise.reject(new ProblemError({ type: '', title: '', status: 401, code: 'no-session', detail: '', reference: '' }, null))]])('reads the clock where %s', async (_what, refused) => {
    expect(await visitServer(refused, { now: () => at, alive: () => Promise.resolve(at - 5_000) })).toEqual({ state: 'wants-sign-in', aheadMs: 5_000 })
    expect(await visitServer(refused, { now: () => at, alive: () => Promise.resolve(null) })).toEqual({ state: 'wants-sign-in', aheadMs: null })
    expect(await visitServer(refused, { now: () => at, alive: () => Promise.reject(new TypeError('x')) })).toEqual({ state: 'silent' })
  })
  it('takes no answer for an answer', async () => {
    expect(await visitServer(() => Promise.reject(new NoConnectionError('x')))).toEqual({ state: 'silent' })
  })
})
