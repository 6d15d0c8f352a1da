import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Words of the pane about calendars: what the calendar says of a contact, one's own calendar, meetings without a client, a series. */
const en = {
  title: 'Calendar', busy: 'Busy',
  cancellation: { cancelled: 'Cancelled by the organiser', declined: 'Declined in the calendar', removed: 'Taken out of the calendar' },
  zoneUnknown: 'The calendar does not say in which time zone this is: the time may be off.', series: 'One date of a series',
  moved: (count: number) => (count === 1 ? 'Moved once' : `Moved ${count} times`), movedBy: (name: string) => `by ${name}`, inCalendar: 'in the calendar', open: 'Open in the calendar',
  resembles: (when: string) => `Perhaps the new date of the meeting of ${when}`, join: 'Join', keepApart: 'Keep apart', joined: 'Joined: the past of that meeting stands here now.', apart: 'Kept apart.',
  put: 'Put in my calendar', putHint: 'As your own appointment; nobody is invited.', takeOut: 'Take out of my calendar', tryAgain: 'Try again', ofOther: (name: string) => `Calendar of ${name}`, notNow: 'Not now', close: 'Close',
  appointment: { placing: 'Is being put in the calendar…', placed: 'Stands in the calendar', changing: 'Is being changed in the calendar…', removing: 'Is being taken out of the calendar…', failed: 'The calendar could not be changed' },
  failure: {
    'not-configured': 'The calendar is not set up.', 'no-consent': 'The permission to write is missing.', 'signed-out': 'The calendar needs a new sign-in.', refused: 'The calendar refused it.', 'no-mailbox': 'The mailbox was not found.',
    throttled: 'The calendar asks to wait; it is tried again by itself.', unreachable: 'The calendar does not answer; it is tried again by itself.', 'unreadable-answer': 'The calendar’s answer could not be read.', storage: 'It could not be stored here.',
    'first-round': 'The calendar is still being read for the first time.', 'full-round': 'The calendar is being read anew.',
  },
  scope: 'This answer is for', thisOne: 'This one', wholeSeries: (count: number) => `All ${count} past dates`, noUndo: 'This can’t be undone at once; each contact can be corrected by itself.', savedFor: (count: number) => `The outcome is saved: ${count}.`, already: (count: number) => `Answered for before: ${count}.`, gone: (count: number) => `No longer there: ${count}.`,
  waiting: {
    title: 'Meetings without a client', privacy: 'From your calendar. Only you see them.', isWith: 'It is with…', whichClient: (subject: string) => `Whose meeting is “${subject}”?`, withoutClient: 'Register without a client', dismiss: 'Not with a client', takeBack: 'Take back', wholeSeries: 'The whole series',
    noSubject: 'No subject', noGuests: 'no guests named', moreGuests: (count: number) => `and ${count} more`, more: 'All in the journal', open: 'Open',
    accepted: (subject: string) => `“${subject}” is a contact now.`, dismissed: (subject: string) => `“${subject}” stays private.`, taken: (subject: string) => `“${subject}” waits again.`,
  },
}
export type CalendarPaneTexts = typeof en

const ru: CalendarPaneTexts = {
  title: 'Календарь', busy: 'Время занято',
  cancellation: { cancelled: 'Отменено организатором', declined: 'Участие отклонено в календаре', removed: 'Убрано из календаря' },
  zoneUnknown: 'Календарь не говорит, в каком часовом поясе назначено время: оно может быть неточным.', series: 'Одна из дат серии',
  moved: (count) => `Перенесено: ${russianCount(count, 'раз', 'раза', 'раз')}`, movedBy: (name) => name, inCalendar: 'в календаре', open: 'Открыть в календаре',
  resembles: (when) => `Возможно, это новая дата встречи от ${when}`, join: 'Объединить', keepApart: 'Оставить отдельно', joined: 'Объединено: прошлое той встречи теперь здесь.', apart: 'Оставлено отдельно.',
  put: 'Поставить в мой календарь', putHint: 'Как вашу собственную запись; никто не приглашается.', takeOut: 'Убрать из моего календаря', tryAgain: 'Повторить', ofOther: (name) => `Календарь: ${name}`, notNow: 'Не сейчас', close: 'Закрыть',
  appointment: { placing: 'Ставится в календарь…', placed: 'Стоит в календаре', changing: 'Меняется в календаре…', removing: 'Убирается из календаря…', failed: 'Изменить календарь не удалось' },
  failure: {
    'not-configured': 'Календарь не настроен.', 'no-consent': 'Нет разрешения на запись.', 'signed-out': 'Календарю нужен новый вход.', refused: 'Календарь отказал.', 'no-mailbox': 'Почтовый ящик не найден.',
    throttled: 'Календарь просит подождать; попытка повторится сама.', unreachable: 'Календарь не отвечает; попытка повторится сама.', 'unreadable-answer': 'Ответ календаря не удалось прочитать.', storage: 'Не удалось сохранить здесь.',
    'first-round': 'Календарь ещё читается в первый раз.', 'full-round': 'Календарь читается заново.',
  },
  scope: 'Этот ответ', thisOne: 'Только для этой даты', wholeSeries: (count) => `Для всех прошедших дат: ${count}`, noUndo: 'Отменить это сразу для всех нельзя; каждый контакт можно исправить отдельно.', savedFor: (count) => `Итог сохранён: ${count}.`, already: (count) => `Уже с итогом: ${count}.`, gone: (count) => `Больше не найдено: ${count}.`,
  waiting: {
    title: 'Встречи без клиента', privacy: 'Из вашего календаря. Их видите только вы.', isWith: 'С клиентом…', whichClient: (subject) => `С кем встреча «${subject}»?`, withoutClient: 'Зарегистрировать без клиента', dismiss: 'Не с клиентом', takeBack: 'Вернуть', wholeSeries: 'Вся серия',
    noSubject: 'Без темы', noGuests: 'гости не указаны', moreGuests: (count) => `и ещё ${count}`, more: 'Все в журнале', open: 'Открыть',
    accepted: (subject) => `«${subject}»: теперь это контакт.`, dismissed: (subject) => `«${subject}»: останется личной.`, taken: (subject) => `«${subject}»: снова в списке.`,
  },
}
export const calendarPaneTexts: Record<Locale, CalendarPaneTexts> = { en, ru }
