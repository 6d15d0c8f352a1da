import type { Locale } from '../domain/codes'
import { calendarPaneTexts } from './calendar-pane'

/** Words of the Gmail cards about calendars. What the Outlook pane says too is said by its words. */
const en = {
  ...calendarPaneTexts.en,
  when: 'When', guests: (count: number) => `Guests ${count}`, organiser: 'organiser', place: 'Place', online: 'online', privacyFull: 'From your calendar: nobody whom you know as a client takes part. Only you see this.',
  forWhom: 'Choose with whom the meeting is. It becomes a planned contact.', asContact: 'As a contact', settled: 'This meeting no longer waits for an answer.',
  putDone: 'It is being put in your calendar.', takeDone: 'It is being taken out of your calendar.', planned: 'Planned', seriesNote: 'For all past dates only the answer and the result are saved; a new time and the next step are for this date alone.',
  moreInJournal: 'More in the journal',
}
export type CalendarCardWords = typeof en

const ru: CalendarCardWords = {
  ...calendarPaneTexts.ru,
  when: 'Когда', guests: (count) => `Гости: ${count}`, organiser: 'организатор', place: 'Место', online: 'онлайн', privacyFull: 'Из вашего календаря: известных клиентов среди участников нет. Это видите только вы.',
  forWhom: 'Выберите, с кем встреча. Она станет запланированным контактом.', asContact: 'Как контакт', settled: 'Эта встреча больше не ждёт ответа.',
  putDone: 'Контакт ставится в ваш календарь.', takeDone: 'Контакт убирается из вашего календаря.', planned: 'Запланирован', seriesNote: 'Для всех прошедших дат сохраняются только ответ и результат; новое время и следующий шаг — только для этой даты.',
  moreInJournal: 'Остальные в журнале',
}
export const calendarCardTexts: Record<Locale, CalendarCardWords> = { en, ru }
