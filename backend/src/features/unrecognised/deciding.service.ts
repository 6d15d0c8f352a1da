import type { Decided, SenderDecisionBody } from '@counterpane/shared/contract/unrecognised'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Db, Tx } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import { uuidv7 } from '../../platform/ids'
import { asHouse } from '../../platform/visibility/sight'
import type { Clock } from '../../ports/clock'
import { createClientDecision } from './client-decision'
import type { Carrying } from './decision-carrying'
import { createRefusals, mayDecide } from './decision-refusals'
import type { SenderCatchUp } from './sender-catch-up'
import { noteDecision, putOnList, setAside } from './sender-decisions.repository'
import type { Asked, SeenSender, Sender, UnrecognisedNeeds, Viewer } from './unrecognised.types'
import type { WaitingLetters } from './waiting-letters.repository'

export interface DecidingDeps { db: Db; letters: WaitingLetters; catchUp: Pick<SenderCatchUp, 'now'>; carrying: Carrying; needs: UnrecognisedNeeds; clock: Clock; seenAddresses(sender: Sender, viewer: Viewer): Promise<string[]> }

export function createDeciding({ db, letters, catchUp, carrying, needs, clock, seenAddresses }: DecidingDeps) {
  const refusals = createRefusals()
  const decideClient = createClientDecision({ db, needs, carrying })

  /** All addresses that count for the sender. A domain's come from what lies there, private ones too. */
  async function addressKeysOf({ kind, value }: Sender): Promise<string[]> {
    if (kind === 'address') return [value]
    await catchUp.now()
    return asHouse(() => letters.addressesAt(value))
  }

  async function ofClient(body: Asked<'this-is'> | Asked<'new-client'>, viewer: Viewer): Promise<Decided> {
    assertReferences(db.sql, body.decision === 'this-is'
      ? [{ table: 'Counterparty', field: 'counterpartyId', ids: [body.counterpartyId] }, { table: 'ContactPerson', field: 'personId', ids: [body.personId ?? null] }]
      : [{ table: 'Manager', field: 'managerId', ids: [body.managerId ?? null] }])
    return decideClient(body, { addressKeys: await addressKeysOf(body.group), signed: { at: clock.now(), managerId: viewer.caller.id }, refuse: (tx, addressKeys) => refusals.client(tx, body.group, { addressKeys, viewer }) })
  }

  async function ofSenders(body: Asked<'not-client'> | Asked<'never-register'>, viewer: Viewer): Promise<Decided> {
    mayDecide(body, viewer.caller)
    const [setId, at, managerId] = [uuidv7(), clock.now(), viewer.caller.id]
    const wanted = await Promise.all(unique(body.groups).map(async (sender) => ({ sender, addressKeys: await seenAddresses(sender, viewer) })))
    const done: Sender[] = []
    const left: Sender[] = []
    await db.write(async (tx: Tx) => {
      for (const { sender: { seen, ...sender }, addressKeys } of wanted) {
        const refusal = await refusals.find(tx, { ...sender, seen }, { addressKeys, viewer })
        if (refusal && wanted.length === 1) throw refusal
        if (refusal) { left.push(sender); continue }
        const key = body.decision === 'not-client' ? await setAside(tx, sender, { at, managerId, note: body.note ?? '' }) : await putOnList(tx, sender, body.whose === 'own' ? managerId : null)
        await noteDecision(tx, sender, { key, decision: body.decision }, { at, managerId, setId })
        done.push(sender)
      }
      if (done.length === 0) throw new AppError('conflict', { detail: refusals.words(viewer.locale).allDecided })
    })
    return { id: setId, decision: body.decision, filed: 0, counterparty: null, persons: [], addresses: 0, domains: [], groups: done, left }
  }

  return (body: SenderDecisionBody, viewer: Viewer): Promise<Decided> =>
    (body.decision === 'this-is' || body.decision === 'new-client' ? ofClient(body, viewer) : ofSenders(body, viewer))
}
export type Deciding = ReturnType<typeof createDeciding>

const unique = (senders: readonly SeenSender[]): SeenSender[] => [...new Map(senders.map((one) => [`${one.kind}:${one.value}`, one])).values()]
