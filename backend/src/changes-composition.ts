import type { Composed } from './composition'
import type { World } from './world'
import type { ChangesDeps } from './features/changes/changes.routes'
import type { Fields, Keepers } from './features/changes/changes.types'
import type { PersonRecord } from './features/clients/client-records'
import { putBackCounterparty, putBackPerson } from './features/clients/client-undo'
import { createClientsRepository } from './features/clients/clients.repository'
import { fieldsOf } from './features/contacts/contact-changes'
import { takePlansBack } from './features/contacts/contact-undo.repository'
import { createContactsRepository } from './features/contacts/contacts.repository'
import { wordsSeen } from './platform/words-seen'
import { mayChange } from './features/contacts/editing-rule'
import { createChangeMany } from './features/contacts/many-changes.service'
import { putBackSlim, readSlim } from './features/contacts/many-changes.repository'
import { putBackContact } from './features/contacts/put-back'
import type { TaskRecord } from './features/tasks/task-record'
import { putBackTask } from './features/tasks/task-undo'
import { createTasksRepository } from './features/tasks/tasks.repository'
import { parseAddress } from '@counterpane/shared/matching/address'
import { words } from '@counterpane/shared/text/words'

/** What "who changed what" and taking back need of each room: how a record stands, and how fields are written into it. */
export function changesDepsOf({ composed: { signals }, world: { db, clock } }: { composed: Composed; world: Pick<World, 'db' | 'clock'> }): ChangesDeps {
  const [contacts, clients, tasks] = [createContactsRepository(db), createClientsRepository(db), createTasksRepository(db)]
  const everybody = { seen: 'all' as const, mayChange: () => true }
  const gained = ({ addresses }: Fields) => {
    const keys = Array.isArray(addresses) ? addresses.flatMap((address) => parseAddress(String(address))?.addressKey ?? []) : []
    if (keys.length > 0) signals.addressesGained.ring(keys)
  }
  const keepers: Keepers = {
    contact(id, caller) {
      const contact = contacts.findAny(id)
      return contact && {
        fields: fieldsOf(contact), seen: wordsSeen(contact, caller.id), mayChange: (names) => contact.undoneAt === null && mayChange(contact, names, caller),
        write: (tx, fields, { at, changedAt }) => putBackContact(tx, contact, { fields, at, managerId: caller.id, changedAt }), written: (_fields, along) => { for (const one of [id, ...along]) signals.contactsChanged.ring(one) },
        takeAlong: async (tx, { status }, { at, changedAt }) => (status === 'planned' ? takePlansBack(tx, { contactId: id, plannedAt: changedAt, at, managerId: caller.id }) : { undone: [], left: [] }),
      }
    },
    counterparty(id, caller) {
      const client = clients.findCounterparty(id)
      if (!client) return null
      const { version, manager, adSource, ...fields } = client
      return { ...everybody, fields: { ...fields, managerId: manager?.id ?? null, adSourceId: adSource?.id ?? null }, write: (tx, back, { at }) => putBackCounterparty(tx, id, { fields: back, version, at, managerId: caller.id }), written: gained }
    },
    person(id, caller) {
      const person = clients.findPerson(id)
      return person && { ...everybody, fields: personFields(person), write: (tx, fields, { at, changedAt }) => putBackPerson(tx, id, { fields, version: person.version, at, changedAt, managerId: caller.id }), written: gained }
    },
    task(id, caller) {
      const task = tasks.find(id)
      return task && { ...everybody, fields: taskFields(task), write: (tx, fields, { at }) => putBackTask(tx, id, { fields, version: task.version, at, managerId: caller.id }), written: () => undefined }
    },
  }
  return {
    db, clock, keepers,
    putBackMany(tx, backs, { at, caller }) {
      const found = readSlim(db.sql, backs.map((back) => back.id))
      const changes = backs.flatMap(({ id, fields: { startsAt, ...fields }, changedAt }) => {
        const contact = found.get(id)
        return contact ? [{ contact, changedAt, ...fields, ...(startsAt !== undefined && { startsAt: Date.parse(String(startsAt)) }) }] : []
      })
      return putBackSlim(tx, changes, { at, managerId: caller.id })
    },
    changeMany: createChangeMany({ db, clock, changed: signals.contactsChanged.ring }),
    contactText(id, { caller, locale }) {
      const contact = contacts.findAny(id)
      if (!contact) return null
      return (wordsSeen(contact, caller.id) !== 'none' && contact.subject) || words[locale].method[contact.method]
    },
  }
}

const personFields = ({ counterparty, ...fields }: PersonRecord): Fields => ({ ...fields, counterpartyId: counterparty?.id ?? null })

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
const taskFields = ({ manager, counterparty, dueAt, doneAt, ...fields }: TaskRecord): Fields =>
  ({ ...fields, managerId: manager.id, counterpartyId: counterparty?.id ?? null, dueAt: instant(dueAt), doneAt: instant(doneAt) })
