import { setTimeout as pause } from 'node:timers/promises'
import { describeError } from '../../platform/log/describe-error'
import type { Db, Tx } from '../../platform/db/database'
import type { Log } from '../../platform/log/logger'
import { asHouse } from '../../platform/visibility/sight'
import { keepFacts } from './decision-facts'
import { readGoing } from './decision-traces.repository'
import { endNote, goingNote, personsAt, type DecisionNote } from './sender-decisions.repository'
import { countKnown, fileLetters } from './sender-filing.repository'
import type { Signed, UnrecognisedNeeds } from './unrecognised.types'

export interface CarryingDeps { db: Db; needs: UnrecognisedNeeds; log: Log }
/** `addressKeys`: all of the sender's. */
interface Step { ids: string[]; known: number; more: boolean; note: DecisionNote; addressKeys: string[] }
type Work = (tx: Tx, note: DecisionNote) => Promise<Step>

/** So many at a time, so that whoever else writes gets a turn in between. */
const handful = 500
const breathMs = 5

/** Carries a decision about a client out, handful by handful; what was stopped midway goes on where it was. */
export function createCarrying({ db, needs, log }: CarryingDeps) {
  const carried = new Set<string>()
  let ended = false
  let resuming: Promise<void> | null = null

  async function peopleOf(tx: Tx, { counterparty, going }: DecisionNote) {
    const { addressKeys = [], persons = [], body } = going ?? {}
    const standing = (await personsAt(tx, addressKeys)).filter((one) => one.counterpartyId === counterparty?.id)
    const chosen = body?.decision === 'this-is' && body.personId ? addressKeys.map((addressKey) => ({ addressKey, personId: body.personId ?? '' })) : []
    return [...standing, ...chosen, ...persons.map(({ id, addressKey }) => ({ addressKey, personId: id }))]
  }

  /** The next handful; with the last one what is known from now on is written down, and the note says what was done. */
  const work = (setId: string, signed: Signed): Work => async (tx, note) => {
    const { counterparty: client, going } = note
    if (!client || !going) return { ids: [], known: 0, more: false, note, addressKeys: [] }
    const ids = await fileLetters(tx, { addressKeys: going.addressKeys, counterpartyId: client.id, people: await peopleOf(tx, note), setId }, signed, handful)
    const more = ids.length === handful
    const kept = more ? note : { ...note, ...(await keepFacts(tx, { ...going, client, signed, setId, needs })).note, going: undefined }
    if (!more) await endNote(tx, setId, kept)
    return { ids, known: await countKnown(tx, ids, signed.managerId), more, note: kept, addressKeys: going.addressKeys }
  }

  /** `first`: how it begins, in one unit of work with its first handful. */
  async function carry(setId: string, signed: Signed, first: (work: Work) => Promise<Step | null>): Promise<{ known: number; note: DecisionNote }> {
    const next = work(setId, signed)
    carried.add(setId)
    try {
      let step = await first(next)
      const all = { known: step?.known ?? 0, note: step?.note ?? { key: null, decision: '' } }
      const addressKeys = step?.addressKeys ?? []
      for (;;) {
        for (const id of step?.ids ?? []) needs.contactChanged(id)
        if (!step?.more) break
        await pause(breathMs)
        if (ended) break // the next start goes on
        step = await db.write(async (tx) => { const note = await goingNote(tx, setId); return note && next(tx, note) })
        all.known += step?.known ?? 0
        all.note = step?.note ?? all.note
      }
      needs.gained(addressKeys)
      return all
    } finally { carried.delete(setId) }
  }

  async function resumeAll(): Promise<void> {
    for (const { setId, signed } of readGoing(db).filter((one) => !carried.has(one.setId))) {
      if (ended) return
      try {
        const { known } = await carry(setId, signed, (next) => db.write(async (tx) => { const note = await goingNote(tx, setId); return note && next(tx, note) }))
        log.info({ setId, contacts: known }, 'a decision about a sender that was stopped midway has come to its end')
      } catch (error) { log.error({ setId, error: describeError(error) }, 'a decision about a sender could not be carried on') }
    }
  }
  return {
    carry,
    /** Whatever an earlier run left unfinished; asked at the start, and when somebody looks at what was decided. */
    resume(): void { if (!ended) resuming ??= asHouse(resumeAll).finally(() => { resuming = null }) },
    async stop() { ended = true; await resuming },
  }
}
export type Carrying = ReturnType<typeof createCarrying>
