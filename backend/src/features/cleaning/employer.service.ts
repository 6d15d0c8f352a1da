import type { AnswerOf, BodyOf } from '@counterpane/shared/contract/http-client'
import { AppError } from '@counterpane/shared/errors/app-error'
import { writeAudits, type AuditNote } from '../../platform/db/audit'
import type { Db, Tx } from '../../platform/db/database'
import { assertReferences } from '../../platform/db/references'
import type { Caller } from '../../platform/http/caller'
import { uuidv7 } from '../../platform/ids'
import type { Clock } from '../../ports/clock'
import { createEmployments, giveWork, openWorkOf } from './employments.repository'

interface Standing { counterpartyId: string | null; position: string | null }
export interface EmployerDeps {
  db: Db; clock: Clock
  /** Throws when there is no such person or client. */
  personThere: (id: string) => void
  clientThere: (id: string) => void
  /** Writes the change and keeps where it was before; gives that. */
  changeEmployer: (tx: Tx, personId: string, change: Standing & { endedAt: Date; at: Date; managerId: string }) => Promise<Standing | null>
  changed: (contactId: string) => void
}

const sameEmployer = { en: 'This person works there already.', ru: 'Контактное лицо уже там работает.' }
const notYet = { en: 'A change of employer can\'t lie in the future.', ru: 'Смена места работы не может быть в будущем.' }

/** A person changes employer: what was held stays with the client of that time, what comes belongs to the new one; what is planned goes along when asked to. */
export function createEmployer({ db, clock, personThere, clientThere, changeEmployer, changed }: EmployerDeps) {
  const employments = createEmployments(db)
  return {
    ofPerson(personId: string) { personThere(personId); return { items: employments.ofPerson(personId) } },
    formerOf(clientId: string) { clientThere(clientId); return { items: employments.formerOf(clientId), before: employments.beforeAt(clientId) } },
    async change(caller: Caller, personId: string, { counterpartyId, position = null, at: told, open = 'stay' }: BodyOf<'changeEmployer'>): Promise<AnswerOf<'changeEmployer'>> {
      personThere(personId)
      assertReferences(db.sql, [{ table: 'Counterparty', field: 'counterpartyId', ids: [counterpartyId] }])
      const [at, setId] = [clock.now(), uuidv7()]
      const endedAt = told === undefined ? at : new Date(told)
      if (endedAt > at) throw new AppError('invalid-request', { words: notYet, errors: [{ path: 'at', message: notYet.en }] })
      const moved = await db.write(async (tx) => {
        const before = await changeEmployer(tx, personId, { counterpartyId, position, endedAt, at, managerId: caller.id })
        if (!before) throw new AppError('not-found')
        if (before.counterpartyId === counterpartyId) throw new AppError('conflict', { words: sameEmployer })
        const signed = { managerId: caller.id, at, setId }
        const notes: AuditNote[] = [{ ...signed, noun: 'person', nounId: personId, action: 'employer-changed', before: { counterpartyId: before.counterpartyId, position: before.position }, after: { counterpartyId, position } }]
        const goesAlong = open === 'move' && before.counterpartyId !== null && counterpartyId !== null
        const work = goesAlong ? await openWorkOf(tx, { personId, counterpartyId: before.counterpartyId as string }) : { contacts: [], tasks: [] }
        if (goesAlong) await giveWork(tx, work, { counterpartyId, at })
        const along = { before: { counterpartyId: before.counterpartyId }, after: { counterpartyId }, action: 'employer-changed' }
        notes.push(...work.contacts.map((nounId): AuditNote => ({ ...signed, ...along, noun: 'contact', nounId })), ...work.tasks.map((nounId): AuditNote => ({ ...signed, ...along, noun: 'task', nounId })))
        await writeAudits(tx, notes)
        return work
      })
      for (const id of moved.contacts) changed(id)
      return { setId, employments: employments.ofPerson(personId), movedContacts: moved.contacts.length, movedTasks: moved.tasks.length }
    },
  }
}
export type Employer = ReturnType<typeof createEmployer>
