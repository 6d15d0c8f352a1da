import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudit } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { markTaken, readTraces, removeClient, removePerson, type Trace } from './decision-traces.repository'
import { clientFacts, personFacts, takeStandingBack, type DecisionNote } from './sender-decisions.repository'
import { senderId } from './sender-keys'
import { unfileLetters } from './sender-filing.repository'
import type { Signed, UnrecognisedNeeds, Viewer } from './unrecognised.types'

export interface UndoDeps { db: Db; needs: UnrecognisedNeeds; clock: Clock }
interface Kept { id: string; name: string }
const [handful, breathMs] = [500, 5]

/** Takes a decision back exactly: what it filed, what it made, what it wrote down; what was changed or used since stays, and is named. */
export function createDecisionUndo({ db, needs, clock }: UndoDeps) {
  async function takeFacts(tx: Tx, { counterparty, person, addressKeys = [], domainKeys = [], made = [] }: DecisionNote, { setId, signed }: { setId: string; signed: Signed }): Promise<Kept[]> {
    const kept: Kept[] = []
    const gone = new Set<string>()
    for (const id of made) {
      const removed = await removePerson(tx, id, setId)
      if (!removed.gone) kept.push({ id, name: removed.name })
      else await needs.keepClientDomains(tx, removed.domainKeys)
      if (removed.gone) gone.add(id)
    }
    if (person) {
      const standing = await personFacts(tx, person.id)
      const addresses = standing?.addresses.filter(({ addressKey }) => !person.addressKeys.includes(addressKey))
      if (standing && addresses && addresses.length < standing.addresses.length) await needs.writePersonAddresses(tx, person.id, addresses, signed)
    }
    if (!counterparty) return kept
    if (counterparty.made) {
      const removed = await removeClient(tx, counterparty.id, setId)
      if (removed.gone) await needs.keepClientDomains(tx, removed.domainKeys)
      else kept.push({ id: counterparty.id, name: removed.name })
      return kept
    }
    const standing = await clientFacts(tx, counterparty.id)
    if (!standing) return kept
    const addresses = standing.addresses.filter(({ addressKey }) => !addressKeys.includes(addressKey))
    const domains = standing.domains.filter(({ domainKey }) => !domainKeys.includes(domainKey))
    if (addresses.length < standing.addresses.length || domains.length < standing.domains.length) await needs.writeClientFacts(tx, counterparty.id, { addresses, domains }, signed)
    return kept
  }

  function admit(traces: readonly Trace[], { caller }: Viewer): void {
    if (traces.length === 0) throw new AppError('not-found')
    if (caller.role === 'manager' && traces.some(({ managerId }) => managerId !== caller.id)) throw new AppError('forbidden')
  }

  return async function undo(setId: string, viewer: Viewer): Promise<{ unfiled: number; left: number; kept: Kept[] }> {
    const traces = readTraces(db, setId)
    admit(traces, viewer)
    const [signed, undoSetId] = [{ at: clock.now(), managerId: viewer.caller.id }, uuidv7()]
    const [unfiled, left]: [string[], string[]] = [[], []]
    if (traces.every(({ undoneAt }) => undoneAt !== null)) return { unfiled: 0, left: 0, kept: [] }
    for (;;) {
      const batch = await db.write((tx) => unfileLetters(tx, setId, signed, { most: handful, undoSetId }))
      if (batch === null) break
      unfiled.push(...batch.unfiled)
      left.push(...batch.left)
      await pause(breathMs)
    }
    const kept = await db.write(async (tx) => {
      if ((await markTaken(tx, setId, signed.at)).count === 0) return []
      const stay: Kept[] = []
      for (const { sender, note } of traces) {
        await takeStandingBack(tx, sender, note)
        stay.push(...await takeFacts(tx, note, { setId, signed }))
        await writeAudit(tx, { ...signed, noun: 'sender', nounId: senderId(sender), action: 'taken-back', setId: undoSetId, after: { decision: note.decision } })
      }
      return stay
    })
    for (const id of [...unfiled, ...left]) needs.contactChanged(id)
    return { unfiled: unfiled.length, left: left.length, kept }
  }
}
export type DecisionUndo = ReturnType<typeof createDecisionUndo>
