import type { Locale, Method } from '../domain/codes'
import { homeTexts } from './home-pane'
import { meetingTexts } from './meeting-pane'
import { paneTexts } from './pane'
import { registerTexts } from './register-pane'

/** What is said in the Outlook pane too, in its very words. */
function asInThePane(locale: Locale) {
  const [pane, register, home, meeting] = [paneTexts[locale], registerTexts[locale], homeTexts[locale], meetingTexts[locale]]
  return {
    task: pane.task, note: pane.note, today: pane.today, nextWeek: pane.nextWeek, doneNamed: pane.taskDone, movedNamed: pane.taskMoved, overdue: home.overdue, openInJournal: home.openInJournal,
    resultLine: register.resultLine, assignee: register.assignee, me: register.me, handOver: register.handOver.replace('…', ''), handOverTo: register.handOverTo, handedOver: register.handedOver, chooseManager: register.chooseManager,
    linked: register.linked, notLinked: register.notLinked, what: register.what, noteText: register.noteText, dayNeeded: register.dayNeeded, date: register.date,
    goal: register.goal, noGoal: register.noGoal, notNow: register.notNow, plannedAt: register.planned, nextStepAsked: register.nextStep,
    logTitle: register.logTitle, logWith: register.logWith, how: register.how, results: register.results, templates: register.templates, direction: register.direction, outgoing: register.outgoing, incoming: register.incoming,
    when: register.when, minutes: register.minutes, notYet: register.notYet, saved: register.saved,
    outcomeTemplates: meeting.resultTemplates, newTime: meeting.newTime, needTime: meeting.needTime, withNext: meeting.withNext,
    heldDone: meeting.heldDone, notHeldDone: meeting.notHeldDone, movedDone: meeting.movedDone,
    ended: (method: Method) => meeting.ended[method === 'meeting' ? 'meeting' : 'other'],
  }
}

const en = {
  ...asInThePane('en'),
  allTasks: 'All tasks', myTasks: 'My open tasks', ofClient: 'Open tasks', later: 'Later', noMyTasks: 'Nothing is open. A new task appears here.', more: 'Show more',
  overdueSince: (at: string) => `Overdue: ${at}`, doneAt: (at: string) => `Done ${at}`, reopen: 'Not done after all', reopened: 'The task is open again',
  openClient: 'Open the client', cameFrom: 'Linked contact', saveFor: 'Save, due', anotherDate: 'Another date',
  noteMade: 'The note is saved', writeNote: 'Write the note.',
  passedDay: 'This day has passed. Choose today or a later one.', passedTime: 'This time has passed. Choose a later one.', tooFar: 'This date is too far off. Choose a nearer one.',
  whenOrNow: 'When (left empty: now)', whenUnreadable: 'This time cannot be read. Choose another one, or leave it empty.', wrongMinutes: 'Write the minutes as a number.',
  person: 'Contact person', noPerson: 'Not named', noneOfThese: 'None of these', resultMore: 'In own words (may stay empty)', nobodyChosen: 'Choose a manager', details: 'Details',
  outcome: 'Outcome', state: 'State', resultOrReason: 'Result, or why not (may stay empty)', resultShown: 'Result',
  explained: (names: { held: string; notHeld: string }) => `${names.held}: it is part of the history, with its result. ${names.notHeld}: it is cancelled, and the line says why. Nobody else gets a message.`,
  movedExplained: 'The same contact stays planned, at the new time.', noNext: 'Not now', atPicked: 'At the time below', nextAt: 'Next step at', alreadyRecorded: (status: string) => `Already recorded: ${status}`,
}
export type WorkCardWords = typeof en

const ru: WorkCardWords = {
  ...asInThePane('ru'),
  allTasks: 'Все задачи', myTasks: 'Мои открытые задачи', ofClient: 'Открытые задачи', later: 'Позже', noMyTasks: 'Открытых задач нет. Новая появится здесь.', more: 'Показать ещё',
  overdueSince: (at) => `Просрочено: ${at}`, doneAt: (at) => `Выполнено: ${at}`, reopen: 'Вернуть в работу', reopened: 'Задача снова открыта',
  openClient: 'Открыть клиента', cameFrom: 'Связанный контакт', saveFor: 'Сохранить со сроком', anotherDate: 'Другая дата',
  noteMade: 'Заметка сохранена', writeNote: 'Напишите текст заметки.',
  passedDay: 'Этот день уже прошёл. Выберите сегодняшний или более поздний.', passedTime: 'Это время уже прошло. Выберите более позднее.', tooFar: 'Эта дата слишком далеко. Выберите более близкую.',
  whenOrNow: 'Когда (если пусто — сейчас)', whenUnreadable: 'Это время не читается. Выберите другое или оставьте поле пустым.', wrongMinutes: 'Укажите минуты числом.',
  person: 'Контактное лицо', noPerson: 'Не указано', noneOfThese: 'Ничего из этого', resultMore: 'Своими словами (можно не указывать)', nobodyChosen: 'Выберите менеджера', details: 'Подробности',
  outcome: 'Чем закончилось', state: 'Состояние', resultOrReason: 'Результат или причина (можно не указывать)', resultShown: 'Результат',
  explained: ({ held, notHeld }) => `«${held}»: останется в истории с результатом. «${notHeld}»: будет отменено, в строке — причина. Другим ничего не отправляется.`,
  movedExplained: 'Тот же контакт останется запланированным, на новое время.', noNext: 'Не сейчас', atPicked: 'На время ниже', nextAt: 'Время следующего шага', alreadyRecorded: (status) => `Уже отмечено: ${status}`,
}

/** The words of the cards of the day's work in Gmail: tasks, notes, plans, calls, outcomes. */
export const workCardTexts: Record<Locale, WorkCardWords> = { en, ru }
