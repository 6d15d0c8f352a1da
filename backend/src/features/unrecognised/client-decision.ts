import type { Decided } from '@counterpane/shared/contract/unrecognised'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import type { Db, Tx } from '../../platform/db/database'
import { writeAudit } from '../../platform/db/audit'
import { uuidv7 } from '../../platform/ids'
import type { Carrying } from './decision-carrying'
import { noteDecision, takeAside, type ClientBody, type DecisionNote } from './sender-decisions.repository'
import type { Signed, UnrecognisedNeeds } from './unrecognised.types'

interface Turn { addressKeys: string[]; signed: Signed; refuse(tx: Tx, addressKeys: readonly string[]): Promise<void> }
interface Made { id: string; name: string; addressKey: string }

/** A sender becomes a client: what came from there before is filed, and its addresses are known from now on. */
export function createClientDecision({ db, needs, carrying }: { db: Db; needs: UnrecognisedNeeds; carrying: Carrying }) {
  return async function decide(body: ClientBody, { addressKeys, signed, refuse }: Turn): Promise<Decided> {
    const setId = uuidv7()
    const made = body.decision === 'new-client'
    const client = { id: made ? uuidv7() : body.counterpartyId, name: made ? body.name.trim() : '', made }
    const persons = personsOf(body, addressKeys)

    async function begin(tx: Tx): Promise<DecisionNote> {
      await refuse(tx, addressKeys)
      needs.refuseErased([...body.group.kind === 'address' ? [body.group.value] : [], ...persons.map((person) => person.addressKey)])
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
      const note: DecisionNote = { key: null, decision: body.decision, replaced, counterparty: client, made: persons.map(({ id }) => id), going: { body, persons, addressKeys } }
      await noteDecision(tx, { kind: body.group.kind, value: body.group.value }, note, { ...signed, setId })
      return note
    }
    // Fewer than a handful are one unit of work with all that belongs to them.
    const done = await carrying.carry(setId, signed, (work) => db.write(async (tx) => work(tx, await begin(tx))))
    const { note } = done
    return {
      id: setId, decision: body.decision, filed: done.known, counterparty: { id: client.id, name: note.counterparty?.name ?? client.name }, persons: persons.map(({ id, name }) => ({ id, name })),
      addresses: note.addressKeys?.length ?? 0, domains: note.domainKeys ?? [], groups: [{ kind: body.group.kind, value: body.group.value }], left: [],
    }
  }
}

/** People named for addresses of this sender; of one address only the first. */
function personsOf({ persons = [] }: ClientBody, addressKeys: readonly string[]): Made[] {
  const own = new Set(addressKeys)
  const named = new Map<string, Made>()
  for (const [i, { address, name }] of persons.entries()) {
    const addressKey = parseAddress(address)?.addressKey
    if (addressKey === undefined || !own.has(addressKey)) throw new AppError('invalid-request', { errors: [{ path: `persons.${i}.address`, message: 'an address of this group' }] })
    if (!named.has(addressKey)) named.set(addressKey, { id: uuidv7(), name: name.trim(), addressKey })
  }
  return [...named.values()]
}
