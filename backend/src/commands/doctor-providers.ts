import { createGoogleCalendar } from '../adapters/google/google-calendar'
import { createGraphCalendar } from '../adapters/graph/graph-calendar'
import { calendarProvidersOf } from '../calendar-settings'
import type { Config } from '../config'
import { setbackOf } from '../features/calendar-sync/round-outcomes'
import { createCalendarAccess } from '../features/calendars/calendar-access.repository'
import { createSeals } from '../platform/crypto/sealed-text'
import type { SqlReader } from '../platform/db/sql'
import type { CalendarSource } from '../ports/calendar-source'
import { machineClock, type Clock } from '../ports/clock'
import { calendarReason } from '@counterpane/shared/text/calendar-status'
import { note, ok, wrong, type Finding } from './doctor-findings'

const patienceMs = 10_000
const allowedSkewMs = 5 * 60_000

/** A page that needs no secret: whether the way is open, and what time it is there. */
async function checkAddress(what: string, address: string): Promise<Finding[]> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' })
    await answer.body?.cancel()
    const skew = Date.now() - Date.parse(answer.headers.get('date') ?? '')
    const clock = Math.abs(skew) > allowedSkewMs ? [wrong('clock', `differs by ${Math.round(Math.abs(skew) / 60_000)} minutes from the one of ${new URL(address).host}`, 'let the machine set its clock by NTP: tokens are refused otherwise')] : []
    if (answer.status >= 500) return [note(what, `answers ${answer.status}`, 'nothing if it passes'), ...clock]
    return [answer.ok ? ok(what, 'can be reached') : wrong(what, `answers ${answer.status}`, `look at the settings: ${address} should be there`), ...clock]
  } catch (error) {
    return [wrong(what, `can't be reached: ${error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)}`, `open the way from this machine to ${new URL(address).host} (firewall, proxy, DNS)`)]
  }
}

interface Try { provider: 'graph' | 'google'; source: CalendarSource; config: Config; sql: SqlReader; clock: Clock }

/** Token and permission by one look at one calendar of that provider. */
async function tryCalendar({ provider, source, config, sql, clock }: Try): Promise<Finding> {
  const what = provider === 'graph' ? 'Microsoft calendars' : 'Google calendars'
  const row = sql.first<{ managerId: string; mailbox: string }>("SELECT managerId, mailbox FROM CalendarMailbox WHERE provider = ? ORDER BY state <> 'healthy', managerId LIMIT 1", [provider])
  if (!row) return note(what, 'are set up; none is read yet')
  try {
    await source.verify(createCalendarAccess({ db: { sql }, seals: createSeals((config.COUNTERPANE_SECRET ?? '').split(',')) })(row.managerId))
    return ok(what, `${row.mailbox} can be read`)
  } catch (error) {
    const now = clock.now()
    const { state, problem } = setbackOf(error, { provider, failures: 0, now: now.getTime(), random: () => 0 }, () => false)
    const reason = calendarReason({ provider, mailbox: row.mailbox, state, problem, since: now.toISOString(), waitingUntil: null, nextTryAt: null }, { locale: 'en', now })
    return (state === 'waiting' ? note : wrong)(what, `${row.mailbox} can't be read now (${problem})`, reason ?? '')
  }
}

/** Whether the providers that the settings name can be reached and let us in. */
export async function checkProviders(config: Config, sql: SqlReader | null, clock: Clock = machineClock): Promise<Finding[]> {
  const { graph, google } = calendarProvidersOf(config)
  if (!graph && !google) return [note('providers', config.MODE === 'demo' ? 'the demo brings calendars of its own' : 'no calendar provider is set up', config.MODE === 'demo' ? undefined : 'docs/calendar-administrator.md leads through it')]
  const tenant = graph?.identity.kind === 'client-credentials' ? `${graph.identity.authority}/${graph.identity.tenant}/v2.0/.well-known/openid-configuration` : null
  const reached = await Promise.all([
    ...(tenant ? [checkAddress('Microsoft sign-in', tenant)] : []), ...(google && !google.withoutConsent ? [checkAddress('Google sign-in', 'https://accounts.google.com/.well-known/openid-configuration')] : []),
  ])
  const tried = sql === null ? [] : await Promise.all([
    ...(graph ? [tryCalendar({ provider: 'graph', source: createGraphCalendar({ settings: graph, clock }).source, config, sql, clock })] : []),
    ...(google ? [tryCalendar({ provider: 'google', source: createGoogleCalendar({ settings: google, clock }).source, config, sql, clock })] : []),
  ])
  return [...reached.flat(), ...tried]
}
