import type { Task } from '../contract/task'
import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

type Repeat = NonNullable<Task['repeat']>
const minutesText = (minutes: number, hour: string, minute: string) => [minutes >= 60 && `${Math.floor(minutes / 60)} ${hour}`, (minutes % 60 > 0 || minutes === 0) && `${minutes % 60} ${minute}`].filter(Boolean).join(' ')

const en = {
  title: 'Tasks', list: 'Tasks by term', filters: 'Show', by: 'Arrange', byTerm: 'By term', byManager: 'By manager',
  whose: 'Whose', all: 'Everybody\'s', mine: 'Mine', given: 'Given by me', teams: 'Teams', managers: 'Managers', assignments: 'Assignments only', assignmentsHint: 'Given by somebody else than the one who has it',
  kind: 'Kind', kinds: { task: 'Tasks', note: 'Notes', both: 'Tasks and notes' }, client: 'Client', allClients: 'All clients', segment: 'Segment', search: 'Search tasks', searchHint: 'Title, result, client', clear: 'Clear filters', showDone: 'Show done',
  sections: { overdue: 'Overdue', today: 'Today', week: 'This week', later: 'Later', done: 'Done' },
  count: (count: number, more: boolean) => `${count}${more ? '+' : ''}`,
  head: (open: number, overdue: number, today: number, assigned: number) => [`${open} open`, overdue > 0 && `${overdue} late`, today > 0 && `${today} more today`, assigned > 0 && `${assigned} given by others`].filter(Boolean).join(' · '),
  headHint: 'All open tasks of this manager', late: (count: number) => `${count} late`,
  add: {
    title: 'What is to be done', due: 'Term', manager: 'Manager', client: 'Client', noClient: 'No client', repeat: 'Repeat', save: 'Add task', more: 'More…', less: 'Less', added: (title: string) => `Added: ${title}`,
    minutes: 'Minutes spent',
  },
  never: 'Once', repeats: { day: 'Every day', weekday: 'Every working day', week: 'Every week', 'two-weeks': 'Every two weeks', month: 'Every month', quarter: 'Every quarter', year: 'Every year' } satisfies Record<Repeat, string> as Record<Repeat, string>,
  repeatHint: 'When it is done, the next one is made', from: (method: string) => `From a contact (${method.toLowerCase()}):`, givenBy: (name: string) => `Given by ${name}`, spent: (minutes: number) => minutesText(minutes, 'h', 'min'), spentHint: 'Time spent',
  note: 'Note', doneOn: (date: string) => `Done ${date}`, hiddenContact: 'Private contact',
  select: (title: string) => `Select: ${title}`, done: (title: string) => `Done: ${title}`, reopen: (title: string) => `Not done after all: ${title}`, postpone: (title: string) => `Postpone: ${title}`, edit: (title: string) => `Change: ${title}`, handOver: (title: string) => `Hand over: ${title}`,
  form: {
    done: 'How did it end?', result: 'Result', minutes: 'Minutes', save: 'Done', postpone: 'Postpone to', tomorrow: 'Tomorrow', inThreeDays: 'In 3 days', nextWeek: 'Next week', date: 'Date and time', move: 'Postpone', handOver: 'Hand over to', choose: 'Choose a manager', give: 'Hand over',
    edit: 'Change the task', keep: 'Save', cancel: 'Cancel', stale: 'Somebody has changed this task meanwhile: above is how it stands now. Nothing of yours was saved; save again to keep yours.',
  },
  said: {
    done: (title: string) => `Done: ${title}`, reopened: (title: string) => `Open again: ${title}`, next: (date: string) => `Next one: ${date}`, moved: (count: number) => (count === 1 ? 'Postponed' : `${count} tasks postponed`), given: (count: number, name: string) => `${count === 1 ? 'Handed over' : `${count} tasks handed over`} to ${name}`,
    saved: 'Saved', undo: 'Undo', undone: 'Taken back', left: (count: number) => `${count} left as they are: changed meanwhile`, skipped: (count: number) => `${count} skipped: done already or gone`,
  },
  chosen: (count: number) => `${count} selected`, handOverMany: 'Hand over…', postponeMany: 'Postpone…', clearChoice: 'Clear the selection',
  empty: { title: 'Nothing to do here', advice: 'Add a task above (n), or show everybody\'s tasks.', filtered: 'No task fits these filters', filteredAdvice: 'Clear the filters or search for fewer words.', showAll: 'Show everybody\'s tasks', ofManager: 'Nothing here.', done: 'Nothing is done yet.' },
  more: 'Show more', keys: 'Keys: j k to move, x select, d done, p postpone, e change, n new, / search',
  due: 'The term has come', dueSoon: 'Due today', changes: 'Who changed what',
}
export type TasksWords = typeof en

const ru: TasksWords = {
  title: 'Задачи', list: 'Задачи по сроку', filters: 'Показывать', by: 'Расположить', byTerm: 'По сроку', byManager: 'По менеджерам',
  whose: 'Чьи', all: 'Все', mine: 'Мои', given: 'Поручено мной', teams: 'Отделы', managers: 'Менеджеры', assignments: 'Только поручения', assignmentsHint: 'Поставлены не тем, кто выполняет',
  kind: 'Вид', kinds: { task: 'Задачи', note: 'Заметки', both: 'Задачи и заметки' }, client: 'Клиент', allClients: 'Все клиенты', segment: 'Сегмент', search: 'Поиск задач', searchHint: 'Название, результат, клиент', clear: 'Сбросить отборы', showDone: 'Показать выполненные',
  sections: { overdue: 'Просрочены', today: 'Сегодня', week: 'На этой неделе', later: 'Позже', done: 'Выполнены' },
  count: (count, more) => `${count}${more ? '+' : ''}`,
  head: (open, overdue, today, assigned) => [`открыто: ${open}`, overdue > 0 && `просрочено: ${overdue}`, today > 0 && `ещё сегодня: ${today}`, assigned > 0 && `поручений: ${assigned}`].filter(Boolean).join(' · '),
  headHint: 'Все открытые задачи этого менеджера', late: (count) => `просрочено: ${count}`,
  add: { title: 'Что нужно сделать', due: 'Срок', manager: 'Менеджер', client: 'Клиент', noClient: 'Без клиента', repeat: 'Повтор', save: 'Добавить задачу', more: 'Ещё…', less: 'Меньше', added: (title) => `Добавлено: ${title}`, minutes: 'Затрачено, мин' },
  never: 'Один раз', repeats: { day: 'Каждый день', weekday: 'Каждый рабочий день', week: 'Каждую неделю', 'two-weeks': 'Раз в две недели', month: 'Каждый месяц', quarter: 'Каждый квартал', year: 'Каждый год' },
  repeatHint: 'После выполнения создаётся следующая', from: (method) => `Из контакта (${method.toLowerCase()}):`, givenBy: (name) => `Поручено: ${name}`, spent: (minutes) => minutesText(minutes, 'ч', 'мин'), spentHint: 'Затрачено времени',
  note: 'Заметка', doneOn: (date) => `Выполнено: ${date}`, hiddenContact: 'Личный контакт',
  select: (title) => `Выбрать: ${title}`, done: (title) => `Выполнено: ${title}`, reopen: (title) => `Вернуть в работу: ${title}`, postpone: (title) => `Перенести срок: ${title}`, edit: (title) => `Изменить: ${title}`, handOver: (title) => `Передать: ${title}`,
  form: {
    done: 'Чем закончилось?', result: 'Результат', minutes: 'Минут', save: 'Выполнено', postpone: 'Перенести срок', tomorrow: 'Завтра', inThreeDays: 'Через 3 дня', nextWeek: 'Через неделю', date: 'Дата и время', move: 'Перенести', handOver: 'Кому передать', choose: 'Выберите менеджера', give: 'Передать',
    edit: 'Изменить задачу', keep: 'Сохранить', cancel: 'Не сохранять', stale: 'Эту задачу тем временем изменил кто-то другой: выше видно, какой она стала. Ваше не сохранено; сохраните ещё раз, чтобы оставить своё.',
  },
  said: {
    done: (title) => `Выполнено: ${title}`, reopened: (title) => `Снова в работе: ${title}`, next: (date) => `Следующая: ${date}`, moved: (count) => (count === 1 ? 'Срок перенесён' : `Срок перенесён: ${russianCount(count, 'задача', 'задачи', 'задач')}`), given: (count, name) => `Передано (${russianCount(count, 'задача', 'задачи', 'задач')}): ${name}`,
    saved: 'Сохранено', undo: 'Вернуть', undone: 'Возвращено', left: (count) => `Оставлено как есть, изменено тем временем: ${count}`, skipped: (count) => `Пропущено, уже выполнены или удалены: ${count}`,
  },
  chosen: (count) => `Выбрано: ${count}`, handOverMany: 'Передать…', postponeMany: 'Перенести срок…', clearChoice: 'Снять выделение',
  empty: { title: 'Здесь нечего делать', advice: 'Добавьте задачу выше (n) или покажите задачи всех.', filtered: 'Под отборы ничего не подходит', filteredAdvice: 'Сбросьте отборы или ищите по меньшему числу слов.', showAll: 'Показать задачи всех', ofManager: 'Здесь ничего нет.', done: 'Пока ничего не выполнено.' },
  more: 'Показать ещё', keys: 'Клавиши: j k переход, x выбрать, d выполнено, p перенести, e изменить, n новая, / поиск',
  due: 'Срок наступил', dueSoon: 'Срок сегодня', changes: 'Кто что менял',
}
export const tasksTexts: Record<Locale, TasksWords> = { en, ru }
