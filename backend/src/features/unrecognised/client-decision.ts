import { setTimeout as pause } from 'node:timers/promises'
import type { Decided } from '@counterpane/shared/contract/unrecognised'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { Db, Tx } from '../../platform/db/database'
import { writeAudit } from '../../platform/db/audit'
import { uuidv7 } from '../../platform/ids'
import { keepFacts } from './decision-facts'
import { noteDecision, personsAt, takeAside, type DecisionNote } from './sender-decisions.repository'
import { countKnown, fileLetters } from './sender-filing.repository'
import type { Asked, Signed, UnrecognisedNeeds } from './unrecognised.types'

type Body = Asked<'this-is'> | Asked<'new-client'>
interface Turn { addressKeys: string[]; signed: Signed; refuse(tx: Tx, addressKeys: readonly string[]): Promise<void> }
interface Made { id: string; name: string; addressKey: string }

/** So many at a time, so that whoever else writes gets a turn in between. Fewer are one unit of work with all that belongs to them. */
const handful = 500
const breathMs = 5

/** A sender becomes a client: what came from there before is filed, and its addresses are known from now on. */
export function createClientDecision({ db, needs }: { db: Db; needs: UnrecognisedNeeds }) {
  return async function decide(body: Body, { addressKeys, signed, refuse }: Turn): Promise<Decided> {
    const setId = uuidv7()
    const made = body.decision === 'new-client'
    const client = { id: made ? uuidv7() : body.counterpartyId, name: made ? body.name.trim() : '', made }
    const persons = personsOf(body, addressKeys)
    let note: DecisionNote = { key: null, decision: body.decision }
    let known = 0
    const filed: string[] = []

    async function begin(tx: Tx) {
      await refuse(tx, addressKeys)
      const replaced = body.group.seen ? await takeAside(tx, body.group) : null
      if (body.decision === 'new-client') {
        const fields = { name: client.name, kind: body.kind ?? 'client', managerId: body.managerId ?? null }
        await needs.insertClient(tx, client.id, fields, signed)
        await writeAudit(tx, { ...signed, noun: 'counterparty', nounId: client.id, action: 'created', setId, after: fields })
      }
      for (const { id, name } of persons) {
        await needs.insertPerson(tx, id, { name, counterpartyId: client.id }, signed)
        await writeAudit(tx, { ...signed, noun: 'person', nounId: id, action: 'created', setId, after: { name, counterpartyId: client.id } })
      }
      note = { ...note, replaced, counterparty: client, made: persons.map(({ id }) => id) }
    }
    async function peopleOf(tx: Tx) {
      const standing = (await personsAt(tx, addressKeys)).filter((one) => one.counterpartyId === client.id)
      const chosen = body.decision === 'this-is' && body.personId ? addressKeys.map((addressKey) => ({ addressKey, personId: body.personId ?? '' })) : []
      return [...standing, ...chosen, ...persons.map(({ id, addressKey }) => ({ addressKey, personId: id }))]
    }
    async function end(tx: Tx) {
      const kept = await keepFacts(tx, { body, client, persons, addressKeys, signed, setId, needs })
      note = { ...note, ...kept.note }
      await noteDecision(tx, { kind: body.group.kind, value: body.group.value }, note, { ...signed, setId })
    }

    for (let first = true, going = true; going; first = false) {
      if (!first) await pause(breathMs)
      going = await db.write(async (tx) => {
        if (first) await begin(tx)
        const ids = await fileLetters(tx, { addressKeys, counterpartyId: client.id, people: await peopleOf(tx), setId }, signed, handful)
        const more = ids.length === handful
        if (!more) await end(tx)
        return { ids, more, known: await countKnown(tx, ids, signed.managerId) }
      }).then((done) => {
        filed.push(...done.ids)
        known += done.known
        return done.more
      })
    }
    needs.gained(addressKeys)
    for (const id of filed) needs.contactChanged(id)
    return {
      id: setId, decision: body.decision, filed: known, counterparty: { id: client.id, name: note.counterparty?.name ?? client.name }, persons: persons.map(({ id, name }) => ({ id, name })),
      addresses: note.addressKeys?.length ?? 0, domains: note.domainKeys ?? [], groups: [{ kind: body.group.kind, value: body.group.value }], left: [],
    }
  }
}

/** People named for addresses of this sender; of one address only the first. */
function personsOf({ persons = [] }: Body, addressKeys: readonly string[]): Made[] {
  const own = new Set(addressKeys)
  const named = new Map<string, Made>()
  for (const [i, { address, name }] of persons.entries()) {
    const addressKey = parseAddress(address)?.addressKey
    if (addressKey === undefined || !own.has(addressKey)) throw new AppError('invalid-request', { errors: [{ path: `persons.${i}.address`, message: 'an address of this group' }] })
    if (!named.has(addressKey)) named.set(addressKey, { id: uuidv7(), name: name.trim(), addressKey })
  }
  return [...named.values()]
}
