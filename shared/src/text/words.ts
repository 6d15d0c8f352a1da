import type { Direction, Locale, Method, Priority, State, Status } from '../domain/codes'

interface Words {
  method: Record<Method, string>; direction: Record<Direction, string>; state: Record<State, string>; priority: Record<Priority, string>
  status: Record<Status, string>; overdue: string
  /** Somebody's taken time, of which no more is known. */
  busy: string
  /** Status "held" as each method says it (product.md section 1). */
  held: { letter: Record<Direction, string>; call: string; other: string }
}

const en: Words = {
  method: { letter: 'Email', call: 'Call', meeting: 'Meeting', 'video-call': 'Video call', fax: 'Fax', messenger: 'Messenger', exhibition: 'Exhibition', other: 'Other' },
  direction: { incoming: 'Incoming', outgoing: 'Outgoing' },
  state: { 0: 'No action needed', 1: 'Not done', 2: 'Partly done', 3: 'Done' },
  priority: { high: 'High', medium: 'Medium', low: 'Low' },
  status: { planned: 'Planned', held: 'Held', cancelled: 'Cancelled' },
  overdue: 'Overdue', busy: 'Busy',
  held: { letter: { incoming: 'Received', outgoing: 'Sent' }, call: 'Held', other: 'Held' },
}

const ru: Words = {
  method: { letter: 'Письмо', call: 'Звонок', meeting: 'Встреча', 'video-call': 'Видеозвонок', fax: 'Факс', messenger: 'Мессенджер', exhibition: 'Выставка', other: 'Другое' },
  direction: { incoming: 'Входящий', outgoing: 'Исходящий' },
  state: { 0: 'Не требует рассмотрения', 1: 'Не выполнен', 2: 'Частично выполнен', 3: 'Выполнен полностью' },
  priority: { high: 'Высокий', medium: 'Средний', low: 'Низкий' },
  status: { planned: 'Запланирован', held: 'Состоялся', cancelled: 'Отменён' },
  overdue: 'Просрочен', busy: 'Время занято',
  held: { letter: { incoming: 'Получено', outgoing: 'Отправлено' }, call: 'Звонок состоялся', other: 'Встреча состоялась' },
}

export const words: Record<Locale, Words> = { en, ru }

/** The status as a person reads it: worded by method, with overdue in place of planned when its end has passed. */
export function statusText(contact: { status: Status; overdue: boolean; method: Method; direction: Direction }, locale: Locale): string {
  const text = words[locale]
  if (contact.status !== 'held') return contact.overdue ? text.overdue : text.status[contact.status]
  if (contact.method === 'letter' || contact.method === 'fax' || contact.method === 'messenger') return text.held.letter[contact.direction]
  if (contact.method === 'call' || contact.method === 'video-call') return text.held.call
  return contact.method === 'meeting' || contact.method === 'exhibition' ? text.held.other : text.status.held
}
