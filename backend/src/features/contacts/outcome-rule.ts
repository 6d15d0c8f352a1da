import { AppError } from '@counterpane/shared/errors/app-error'
import { outcomeRefusals } from '@counterpane/shared/text/outcome-refusals'
import type { Caller } from '../../platform/http/caller'
import type { SqlReader } from '../../platform/db/sql'
import type { ContactChange } from './contact-writes.repository'
import type { ContactRecord } from './contact-record'
import { mayChange } from './editing-rule'

/** What is planned waits for its outcome; of what only a calendar says that it fell away people may know better. */
export const takesOutcome = ({ status, calendar }: Pick<ContactRecord, 'status' | 'calendar'>) => status === 'planned' || (status === 'cancelled' && (calendar?.cancellation ?? null) !== null)

/** Whether the contact stands already as this outcome would leave it: a second press, or an answer that was lost on its way. `next`: when its next contacts are. */
export function isRepeated(contact: ContactRecord, change: ContactChange, next: { asked: Date | null; there: readonly number[] }): boolean {
  const { status, result = contact.result, state = contact.state, startsAt } = change
  const isSame = status === contact.status && result === contact.result && state === contact.state && (startsAt === undefined || startsAt.getTime() === contact.startsAt)
  return isSame && (contact.calendar?.cancellation ?? null) === null && (next.asked === null || next.there.includes(next.asked.getTime()))
}

/** The words of an outcome as the caller may write them; nothing written is no word of a contact that the caller may not read. */
export function outcomeWords(contact: Parameters<typeof mayChange>[0], words: string | undefined, caller: Caller): string | undefined {
  if (words === undefined || mayChange(contact, ['result'], caller)) return words
  if (words !== '') throw new AppError('forbidden', { words: { en: outcomeRefusals.en.words, ru: outcomeRefusals.ru.words } })
  return undefined
}

interface Answered { status: string; at: number; name: string | null }

export function answeredAlready(sql: SqlReader, contact: Pick<ContactRecord, 'id' | 'status'>): AppError {
  const last = sql.first<Answered>(`SELECT a."after" ->> 'status' AS status, a.at, m.name FROM AuditEntry a LEFT JOIN Manager m ON m.id = a.managerId
    WHERE a.noun = 'contact' AND a.nounId = ? AND a."after" ->> 'status' IS NOT NULL ORDER BY a.at DESC, a.id DESC LIMIT 1`, [contact.id])
  const by = last?.status === contact.status ? { name: last.name, at: `${new Date(last.at).toISOString().slice(0, 16).replace('T', ' ')} UTC` } : null
  const { en, ru } = outcomeRefusals
  return new AppError('wrong-status', { words: { en: en.answered(contact.status, by), ru: ru.answered(contact.status, by) } })
}
