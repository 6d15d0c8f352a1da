/** What each rule of the calendars does, said so that nobody has to try it out. */
export const calendarPolicyJournalEn = {
  title: 'What of the calendars becomes contacts', about: 'Meetings with known clients always do. These rules add to them.', readOnly: 'Only an administrator can change these rules.', on: 'Yes', off: 'No',
  internal: { name: 'Meetings among colleagues', does: 'Meetings without anybody from outside appear in the journal as well.' },
  free: { name: 'Time marked as free', does: 'Meetings with clients that are shown as “free” in the calendar count too.' },
  allDayAbsence: { name: 'Absence of whole days', does: 'Holidays, trips and sick leave appear as contacts that last all day.' },
  declined: { name: 'Declined meetings', does: 'Meetings with clients that the manager declined appear as well.' },
  private: { name: 'Private appointments', does: 'Their words are never stored.', ignore: 'Leave them out', ignoreDoes: 'Nothing of them is seen.', busy: 'Show only “Busy”', busyDoes: 'Colleagues see that the time is taken, without a word of what for.' },
  heldAfterDays: { name: 'Past meetings count as held by themselves', does: 'When nobody has answered for so many days. Otherwise they stay overdue until somebody does.', days: 'Days to wait', bad: 'A number from 1 to 365', shown: (days: number) => `After ${days} ${days === 1 ? 'day' : 'days'} without an answer`, never: 'Never' },
  putInCalendar: { name: 'Plans may be put in one’s own calendar', does: 'Managers get the button “Put in my calendar” for plans made here. It needs the permission to write: Microsoft 365 asks the administrator (Calendars.ReadWrite), with Google each manager connects again. Nobody is ever invited.' },
  save: 'Save the rules', reset: 'Discard', saved: 'The rules are saved. They count from the next reading.', undo: 'Undo', undone: 'The earlier rules are back.', unsaved: 'Not saved yet.',
}
export type CalendarPolicyWords = typeof calendarPolicyJournalEn

const dayForm = new Intl.PluralRules('ru')

export const calendarPolicyJournalRu: CalendarPolicyWords = {
  title: 'Что из календарей становится контактами', about: 'Встречи с известными клиентами становятся всегда. Эти правила добавляют к ним.', readOnly: 'Изменить эти правила может только администратор.', on: 'Да', off: 'Нет',
  internal: { name: 'Встречи между коллегами', does: 'Встречи, где нет никого снаружи, тоже появляются в журнале.' },
  free: { name: 'Время, отмеченное как свободное', does: 'Встречи с клиентами, которые в календаре показаны как «свободен», тоже учитываются.' },
  allDayAbsence: { name: 'Отсутствие на целые дни', does: 'Отпуска, поездки и больничные появляются контактами на весь день.' },
  declined: { name: 'Отклонённые встречи', does: 'Встречи с клиентами, от которых менеджер отказался, тоже появляются.' },
  private: { name: 'Личные записи', does: 'Их слова никогда не сохраняются.', ignore: 'Не учитывать', ignoreDoes: 'Ничего о них не видно.', busy: 'Показывать только «Время занято»', busyDoes: 'Коллеги видят, что время занято, без единого слова о чём.' },
  heldAfterDays: {
    name: 'Прошедшие встречи сами считаются состоявшимися', does: 'Если столько дней никто не ответил. Иначе они остаются просроченными, пока кто-нибудь не ответит.', days: 'Через сколько дней', bad: 'Число от 1 до 365',
    shown: (days) => `Через ${days} ${dayForm.select(days) === 'one' ? 'день' : dayForm.select(days) === 'few' ? 'дня' : 'дней'} без ответа`, never: 'Никогда',
  },
  putInCalendar: { name: 'Планы можно ставить в свой календарь', does: 'У менеджеров появляется кнопка «Поставить в мой календарь» для планов, созданных здесь. Нужно разрешение на запись: в Microsoft 365 его даёт администратор (Calendars.ReadWrite), в Google каждый менеджер подключается заново. Никто никогда не приглашается.' },
  save: 'Сохранить правила', reset: 'Не сохранять', saved: 'Правила сохранены. Они действуют со следующего чтения.', undo: 'Вернуть прежние', undone: 'Прежние правила снова действуют.', unsaved: 'Ещё не сохранено.',
}
