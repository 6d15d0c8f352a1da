import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** The few words about calendars that the journal's first screen needs: navigation, rows, several outcomes at once. */
const en = {
  calendars: 'Calendars',
  allDay: 'all day',
  days: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
  busy: 'Busy',
  zoneUnknown: 'time zone unknown',
  cancellation: { cancelled: 'Cancelled by the organiser', declined: 'Declined', removed: 'Taken out of the calendar' },
  select: {
    all: 'Select all shown', row: (subject: string) => `Select: ${subject}`, invite: 'Tick the meetings that took place (x), then answer for all of them at once.',
    held: 'All held…', notHeld: 'None held…',
    done: (count: number) => `Saved: ${count} ${count === 1 ? 'outcome' : 'outcomes'}.`, already: (count: number) => `${count} had an outcome already; nothing was changed there.`,
    missing: (count: number) => `${count} could not be found any more.`,
    undo: 'Undo', undone: (count: number) => `Put back as before: ${count}.`, left: (count: number) => `Changed since and left as it is: ${count}.`,
  },
}
export type CalendarRowWords = typeof en

const ru: CalendarRowWords = {
  calendars: 'Календари',
  allDay: 'весь день',
  days: (count) => russianCount(count, 'день', 'дня', 'дней'),
  busy: 'Время занято',
  zoneUnknown: 'часовой пояс неизвестен',
  cancellation: { cancelled: 'Отменено организатором', declined: 'Участие отклонено', removed: 'Убрано из календаря' },
  select: {
    all: 'Выбрать все показанные', row: (subject) => `Выбрать: ${subject}`, invite: 'Отметьте встречи, которые состоялись (x), и ответьте за все сразу.',
    held: 'Все состоялись…', notHeld: 'Ни один не состоялся…',
    done: (count) => `Сохранено: ${russianCount(count, 'итог', 'итога', 'итогов')}.`, already: (count) => `Уже с итогом: ${russianCount(count, 'контакт', 'контакта', 'контактов')}; там ничего не изменено.`,
    missing: (count) => `Больше не найдено: ${russianCount(count, 'контакт', 'контакта', 'контактов')}.`,
    undo: 'Вернуть как было', undone: (count) => `Возвращено как было: ${russianCount(count, 'контакт', 'контакта', 'контактов')}.`, left: (count) => `С тех пор изменено и оставлено: ${russianCount(count, 'контакт', 'контакта', 'контактов')}.`,
  },
}
export const calendarRowTexts: Record<Locale, CalendarRowWords> = { en, ru }
