import type { DoctorTexts } from '@counterpane/shared/text/doctor-pane'
import type { LoggedFailure } from '../../app/failure-log'
import type { PaneFacts } from './pane-facts'
import type { ServerVisit } from './server-visit'

export type Level = 'ok' | 'attention' | 'broken'
export interface Finding { name: keyof DoctorTexts['line']; level: Level; says: string; advice?: string }
export interface Examined { facts: PaneFacts; visit: ServerVisit; texts: DoctorTexts; when: (at: number) => string }

/** Slower than this an answer is felt; clocks further apart than Entra forgives break signing in. */
const limits = { slowMs: 1_500, clockMs: 60_000, clockBrokenMs: 300_000 }
const minutes = (ms: number) => Math.max(0, Math.round(ms / 60_000))

/** Every line that the doctor shows, in one order; pure, so that each case can be tested. */
export const examine = (seen: Examined): Finding[] => [hostLine(seen), setsLine(seen), pinnedLine(seen), signInLine(seen), serverLine(seen), clockLine(seen), storageLine(seen), outboxLine(seen), failureLine(seen), networkLine(seen)]
  .filter((line) => line !== null)

export const worst = (findings: readonly Finding[]): Level => (['broken', 'attention'] as const).find((level) => findings.some((one) => one.level === level)) ?? 'ok'

function hostLine({ facts: { host }, texts }: Examined): Finding {
  return host ? { name: 'host', level: 'ok', says: texts.host(host.name, host.version, host.platform) } : { name: 'host', level: 'broken', says: texts.noHost, advice: texts.noHostAdvice }
}

function setsLine({ facts: { host }, texts }: Examined): Finding | null {
  if (!host) return null
  const old = Number(host.sets.split('.')[1] ?? 0) < 8
  return { name: 'sets', level: old ? 'attention' : 'ok', says: texts.sets(host.sets, host.nestedAppAuth), ...(old && { advice: texts.setsOld }) }
}

function pinnedLine({ facts: { host, itemsSeen }, texts }: Examined): Finding | null {
  return host && !host.phone ? { name: 'pinned', level: 'ok', says: itemsSeen > 1 ? texts.pinnedYes : texts.pinnedUnknown } : null
}

function signInLine({ facts: { at, session, who }, texts }: Examined): Finding {
  const { kind, way, account, gotAt, expiresAt, trouble, hostOwnsAccount } = session
  const name = 'signIn'
  if (kind === 'none') return { name, level: 'broken', says: texts.kinds.none, advice: texts.notSetUpAdvice }
  const last = trouble ? [texts.lastTrouble(trouble.code)] : []
  if (!way) return { name, level: 'broken', says: [texts.notSignedIn, ...last].join(' '), advice: texts.notSignedInAdvice }
  const age = [...(gotAt ? [texts.tokenAge(minutes(at - gotAt))] : []), ...(expiresAt ? [texts.tokenLeft(minutes(expiresAt - at))] : [])]
  const person = [who, account].filter(Boolean).join(', ')
  const says = [texts.signedIn(texts.kinds[kind], person, [texts.ways[way], ...age].join(', ')), ...last].join('; ')
  return { name, level: trouble ? 'attention' : 'ok', says, ...(hostOwnsAccount && { advice: texts.hostOwns }) }
}

function serverLine({ visit, texts }: Examined): Finding {
  const name = 'server'
  if (visit.state === 'answered') {
    const slow = visit.roundTripMs > limits.slowMs
    return { name, level: slow ? 'attention' : 'ok', says: texts.server(visit.about.version, visit.about.mode, Math.round(visit.roundTripMs)), ...(slow && { advice: texts.serverSlow }) }
  }
  if (visit.state === 'wants-sign-in') return { name, level: 'ok', says: texts.serverRefuses }
  if (visit.state === 'silent') return { name, level: 'broken', says: texts.serverSilent, advice: texts.serverSilentAdvice }
  return { name, level: 'broken', says: texts.serverTrouble([visit.status, visit.title, visit.reference].filter(Boolean).join(', ')), advice: texts.serverTroubleAdvice }
}

function clockLine({ facts: { session }, visit, texts }: Examined): Finding {
  const ahead = 'aheadMs' in visit ? visit.aheadMs : null
  if (ahead === null) return { name: 'clock', level: 'ok', says: texts.clockUnknown }
  const off = Math.abs(ahead)
  // Only tokens with times in them mind the difference.
  const level = off > limits.clockBrokenMs && session.kind === 'entra' ? 'broken' : off > limits.clockMs ? 'attention' : 'ok'
  return { name: 'clock', level, says: texts.clock(Math.round(ahead / 1000)), ...(level !== 'ok' && { advice: texts.clockAdvice }) }
}

function storageLine({ facts: { storage, outbox }, texts }: Examined): Finding {
  const name = 'storage'
  if (!storage.local || !outbox.works) return { name, level: 'attention', says: texts.storageNone, advice: texts.storageNoneAdvice }
  if (!outbox.lasting) return { name, level: 'attention', says: texts.storageFull, advice: texts.outboxAdvice }
  return { name, level: 'ok', says: storage.apartFor ? texts.storagePart(storage.apartFor) : texts.storageGood }
}

function outboxLine({ facts: { outbox: { toSend, refused } }, texts }: Examined): Finding {
  if (toSend + refused === 0) return { name: 'outbox', level: 'ok', says: texts.outboxNothing }
  return { name: 'outbox', level: 'attention', says: texts.outboxCounts(toSend, refused), advice: texts.outboxAdvice }
}

function failureLine({ facts: { failures }, texts, when }: Examined): Finding {
  const [last] = failures
  if (!last) return { name: 'failure', level: 'ok', says: texts.failureNone }
  const { reference, what } = tellFailure(last, texts)
  return { name: 'failure', level: 'attention', says: texts.failure(what, when(last.at), reference), ...(reference && { advice: texts.failureAdvice }) }
}

export function tellFailure({ call, failure }: LoggedFailure, texts: DoctorTexts): { what: string; reference: string } {
  if (failure.kind === 'offline') return { what: `${call}: ${texts.offline}`, reference: '' }
  if (failure.kind === 'signed-out') return { what: `${call}: ${texts.refusedSignIn(failure.code || failure.reason)}`, reference: '' }
  if (failure.kind === 'not-invited') return { what: `${call}: ${texts.notInvited}`, reference: '' }
  return { what: [`${call}: ${failure.status || ''} ${failure.code}`.replace('  ', ' '), failure.title].filter(Boolean).join(', '), reference: failure.reference }
}

function networkLine({ facts: { network }, texts }: Examined): Finding {
  return network.online ? { name: 'network', level: 'ok', says: texts.networkOn(network.kind) } : { name: 'network', level: 'broken', says: texts.networkOff, advice: texts.networkAdvice }
}
