import { markUndone, updateContact, type ContactChange } from '@counterpane/backend/features/contacts/contact-writes.repository'
import { planPeople, type PlanDatabase } from './plan-database'
import type { hereVerbs, Step } from './plan-steps'

interface ContactRow { id: string; status: string; startsAt: number; durationMinutes: number | null; subject: string; content: string; result: string; comment: string; state: number; undoneAt: number | null; version: number; counterpartyId: string | null }
/** What people said of a contact last. */
export interface Said { subject?: string; result?: string; state?: number; answer?: { status: 'held' | 'cancelled'; startsAt: number; durationMinutes: number | null; counterpartyId: string | null }; undone?: string }

const columns = 'c.id, c.status, c.startsAt, c.durationMinutes, c.subject, c.content, c.result, c.comment, c.state, c.undoneAt, c.version, c.counterpartyId'

/** People's hands on the contacts that calendars made, by the product's own writes. */
export function createPeopleHand({ db, aside }: PlanDatabase, deps: { clock: { now(): Date }; rematchWaiting(keys: readonly string[]): Promise<number> }) {
  const said = new Map<string, Said>()
  const contacts = () => db.sql.all<ContactRow>(`SELECT ${columns} FROM CalendarMeeting m JOIN Contact c ON c.id = m.contactId ORDER BY m.calendarKey`)
  const whole = (id: string) => JSON.stringify([
    db.sql.first('SELECT * FROM Contact WHERE id = ?', [id]), db.sql.all('SELECT * FROM ContactManager WHERE contactId = ? ORDER BY position', [id]), db.sql.all('SELECT * FROM ContactParticipant WHERE contactId = ? ORDER BY position', [id]),
  ])
  let gained = false

  async function change(before: ContactRow, wanted: ContactChange, words: Said) {
    const at = deps.clock.now()
    await db.write((tx) => updateContact(tx, before.id, { change: wanted, before: { ...before, version: null }, at }))
    said.set(before.id, { ...said.get(before.id), ...words })
  }

  async function act(verb: (typeof hereVerbs)[number], { which, when }: Step): Promise<void> {
    if (verb === 'gain') return gain()
    const list = contacts().filter((one) => one.undoneAt === null)
    const one = list[which % Math.max(1, list.length)]
    if (!one) return
    const { startsAt, durationMinutes, counterpartyId } = one
    if (verb === 'result') return change(one, { result: `Said ${when}` }, { result: `Said ${when}` })
    if (verb === 'subject') return change(one, { subject: `Ours ${when}` }, { subject: `Ours ${when}` })
    if (verb === 'state') return change(one, { state: 1 }, { state: 1 })
    if (verb === 'held') return change(one, { status: 'held' }, { answer: { status: 'held', startsAt, durationMinutes, counterpartyId } })
    if (verb === 'notHeld') { if (one.status === 'planned') await change(one, { status: 'cancelled' }, { answer: { status: 'cancelled', startsAt, durationMinutes, counterpartyId } }); return }
    await db.write((tx) => markUndone(tx, one.id, deps.clock.now()))
    said.set(one.id, { ...said.get(one.id), undone: whole(one.id) })
  }

  /** A client gains the stranger's address. */
  async function gain(): Promise<void> {
    if (gained) return
    gained = true
    const { address, personId } = planPeople.zoe
    aside.prepare("INSERT INTO PersonAddress (id, personId, address, addressKey, mailboxKey, domainKey, position) VALUES ('gained', ?, ?, ?, ?, 'stranger.example', 5)").run(personId, address, address, address)
    await deps.rematchWaiting([address])
  }

  return {
    act, said,
    hasGained: () => gained,
    /** Where something that people said is gone; null: nowhere. */
    lost(): string | null {
      for (const [id, { subject, result, state, answer, undone }] of said) {
        const now = db.sql.first<ContactRow>(`SELECT ${columns} FROM Contact c WHERE c.id = ?`, [id])
        if (!now) return `contact ${id} is gone`
        if (undone !== undefined) { if (whole(id) !== undone) return `undone contact ${id} was touched`; continue }
        if (subject !== undefined && now.subject !== subject) return `subject "${subject}" became "${now.subject}"`
        if (result !== undefined && now.result !== result) return `result "${result}" became "${now.result}"`
        if (state !== undefined && now.state !== state) return `state ${state} became ${now.state}`
        if (answer && (now.status !== answer.status || now.startsAt !== answer.startsAt || now.durationMinutes !== answer.durationMinutes || now.counterpartyId !== answer.counterpartyId)) return `answered ${JSON.stringify(answer)}, stands ${JSON.stringify(now)}`
      }
      return null
    },
  }
}
export type PeopleHand = ReturnType<typeof createPeopleHand>
