import type { Locale } from '../domain/codes'

/** Words of the open contact and of the form that logs one: all of its fields, files, links, the way back to the original. */
const en = {
  part: { when: 'When and how', who: 'With whom', matter: 'What kind', texts: 'Words', details: 'Details', access: 'Who may read it' },
  days: 'Days', whole: 'A whole day: it has no hours.', inCalendar: 'This meeting stands in a calendar. Move it there and it moves here by itself.',
  none: 'none', withoutClient: 'Without a client', addClient: 'Add a client', addPerson: 'Add a person', newPerson: (name: string) => `New person: ${name}`, personNeedsClient: 'Choose the client first', noPersonFound: 'Nobody found. Type a name to add a new person.', remove: (name: string) => `Remove: ${name}`,
  saveKeys: 'Ctrl+Enter saves', badTime: 'Choose the date and time', beyondTime: 'Choose a date of the years 1 to 9999, counted in UTC', badMinutes: 'A whole number from 0 to 527,040', masked: 'The words of this contact are for those who take part.',
  readyWords: 'Ready words',
  privateLabel: 'Private', privateHint: 'Only those who take part see its words; others see that there was a contact.',
  visibility: { full: 'Whole content', subject: 'Subject only', fact: 'The fact only' },
  visibilityLabel: 'What others see', visibilityHint: { full: 'Everybody who sees the client reads it.', subject: 'Those who take part read all of it; others see its subject, but neither content nor files.', fact: 'Those who take part read all of it; others see only that there was a contact.' },
  yes: 'yes', no: 'no',
  detail: {
    add: 'Add a detail', name: 'Name', kind: 'Kind', value: 'Value', kinds: { text: 'Text', number: 'Number', date: 'Date', 'yes-no': 'Yes or no', link: 'Link' },
    needName: 'Give it a name', twice: 'This name is there already', badNumber: 'This is no number', badDate: 'Choose a date', badLink: 'An address that begins with https:// or http://', removeRow: (name: string) => `Remove the detail ${name}`, none: 'No details yet.',
  },
  long: {
    held: (size: string) => `Long text, ${size}. It is kept whole; here is its beginning.`, replace: 'Write another text instead', takeBack: 'Take the pasted text back', tooLong: (size: string, limit: string) => `Too long: ${size}. At most ${limit} are kept of one contact. Shorten it, or add it as a file.`,
    more: 'Show more', rest: (size: string) => `${size} more`,
  },
  unsaved: { title: 'Changes are not saved', advice: (subject: string) => `What you changed in “${subject}” will be lost.`, keep: 'Keep editing', discard: 'Discard the changes', found: 'You have changes here that were not saved.', resume: 'Continue editing', drop: 'Discard' },
  saved: { saved: 'Saved.', undo: 'Undo', undone: 'Put back as it was.', nothing: 'There is nothing of yours to undo here any more.', left: 'Somebody has changed it meanwhile; it was left as it is.', leftNext: 'Put back as it was. The next step planned with it was changed since, and stays.', leftSome: (count: number) => `Put back as it was, except for what was changed since: ${count}.` },
  stale: { mine: 'Mine', theirs: 'Stored', choose: (field: string) => `Which to keep: ${field}`, save: 'Save as chosen', allMine: 'All mine', allTheirs: 'All stored', onlyTheirs: 'changed by somebody, not by you', empty: 'empty' },
  files: {
    title: 'Files', add: 'Add files', drop: 'Drop files here', none: 'No files. Drop some here or add them.', sending: (name: string, percent: number) => `${name}: ${percent} %`, stop: (name: string) => `Stop: ${name}`, failed: (name: string) => `${name} was not added`, dismiss: 'Dismiss',
    remove: (name: string) => `Remove the file ${name}`, sure: (name: string) => `Remove “${name}” for everybody?`, removeIt: 'Remove it', keepIt: 'Keep it', removed: (name: string) => `${name} is removed`, bringBack: 'Undo', bringBackOf: (name: string) => `Undo: keep ${name}`, broughtBack: (name: string) => `${name} is kept`, added: (name: string) => `${name} is added`, folder: 'A folder cannot be added; choose files', empty: 'The file is empty',
    keepsNone: 'Your organisation keeps no files.', tooLarge: (limit: string) => `At most ${limit} are kept of one file.`,
  },
  original: { open: 'Open email', gmail: 'Open email in Gmail', inMailboxOf: (names: string) => `The email lies in the mailbox of ${names}.`, mine: 'The email lies in your own mailbox; this mail client gave no way to it from here.' },
  chain: { here: 'This contact', earlier: 'Show earlier ones', link: 'Link to an earlier contact…', find: 'Find an earlier contact of this client', needClient: 'A link needs the client. Choose the client first.', nothing: 'No earlier contact found', unlink: 'Unlink from the earlier one', cyclic: 'That one already follows this contact: a chain cannot be a circle.', linked: 'Linked', unlinked: 'Unlinked', gone: 'a contact that is not there any more', discard: 'Close' },
  next: { ask: 'Next step?', other: 'Other…', notNow: 'Not now', with: (method: string) => `${method}, with the same subject` },
  log: {
    more: 'More fields', less: 'Fewer fields', now: 'Now', hourAgo: 'An hour ago', thisMorning: 'This morning, 10:00', nextStep: 'Plan the next step at once', found: (when: string) => `A form from ${when} was not saved.`, resume: 'Continue with it', drop: 'Start anew', quick: 'Usual times',
    planFailed: 'The contact is saved. Only the next step could not be planned.', openIt: 'Open the contact',
  },
}
export type PanelWords = typeof en

const ru: PanelWords = {
  part: { when: 'Когда и как', who: 'С кем', matter: 'Какой контакт', texts: 'Тексты', details: 'Характеристики', access: 'Кому это видно' },
  days: 'Дней', whole: 'Целый день, без часов.', inCalendar: 'Встреча стоит в календаре. Перенесите её там, и здесь она перенесётся сама.',
  none: 'не указано', withoutClient: 'Без клиента', addClient: 'Добавить клиента', addPerson: 'Добавить контактное лицо', newPerson: (name) => `Новое контактное лицо: ${name}`, personNeedsClient: 'Сначала выберите клиента', noPersonFound: 'Никого не найдено. Введите имя, чтобы добавить новое контактное лицо.', remove: (name) => `Убрать: ${name}`,
  saveKeys: 'Ctrl+Enter — сохранить', badTime: 'Укажите дату и время', beyondTime: 'Укажите дату от 1 до 9999 года по UTC', badMinutes: 'Целое число от 0 до 527 040', masked: 'Тексты этого контакта видны только его участникам.',
  readyWords: 'Готовые слова',
  privateLabel: 'Личное', privateHint: 'Тексты видны только участникам; остальные видят лишь, что контакт был.',
  visibility: { full: 'Всё содержание', subject: 'Только тема', fact: 'Только факт' },
  visibilityLabel: 'Что видят остальные', visibilityHint: { full: 'Это прочитает каждый, кому виден клиент.', subject: 'Участникам видно всё; остальным только тема, без содержания и файлов.', fact: 'Участникам видно всё; остальным — лишь то, что контакт был.' },
  yes: 'да', no: 'нет',
  detail: {
    add: 'Добавить характеристику', name: 'Название', kind: 'Вид', value: 'Значение', kinds: { text: 'Текст', number: 'Число', date: 'Дата', 'yes-no': 'Да или нет', link: 'Ссылка' },
    needName: 'Укажите название', twice: 'Такое название уже есть', badNumber: 'Это не число', badDate: 'Выберите дату', badLink: 'Адрес, который начинается с https:// или http://', removeRow: (name) => `Убрать характеристику ${name}`, none: 'Характеристик пока нет.',
  },
  long: {
    held: (size) => `Длинный текст, ${size}. Он сохраняется целиком; здесь показано начало.`, replace: 'Написать другой текст', takeBack: 'Убрать вставленное', tooLong: (size, limit) => `Слишком длинно: ${size}. У одного контакта сохраняется не больше ${limit}. Сократите текст или приложите его файлом.`,
    more: 'Показать ещё', rest: (size) => `ещё ${size}`,
  },
  unsaved: { title: 'Изменения не сохранены', advice: (subject) => `То, что вы изменили в контакте «${subject}», пропадёт.`, keep: 'Продолжить правку', discard: 'Не сохранять изменения', found: 'Здесь остались ваши несохранённые изменения.', resume: 'Продолжить правку', drop: 'Убрать' },
  saved: { saved: 'Сохранено.', undo: 'Вернуть как было', undone: 'Возвращено как было.', nothing: 'Ваших изменений, которые можно вернуть, здесь больше нет.', left: 'Запись тем временем изменил кто-то другой; она оставлена как есть.', leftNext: 'Возвращено как было. Запланированный вместе с этим следующий шаг с тех пор изменён и остался.', leftSome: (count) => `Возвращено как было, кроме изменённого с тех пор: ${count}.` },
  stale: { mine: 'Моё', theirs: 'Сохранённое', choose: (field) => `Что оставить: ${field}`, save: 'Сохранить выбранное', allMine: 'Всё моё', allTheirs: 'Всё сохранённое', onlyTheirs: 'изменено не вами', empty: 'пусто' },
  files: {
    title: 'Файлы', add: 'Добавить файлы', drop: 'Перетащите файлы сюда', none: 'Файлов нет. Перетащите их сюда или добавьте.', sending: (name, percent) => `${name}: ${percent} %`, stop: (name) => `Остановить: ${name}`, failed: (name) => `Не добавлен: ${name}`, dismiss: 'Убрать',
    remove: (name) => `Удалить файл ${name}`, sure: (name) => `Удалить «${name}» для всех?`, removeIt: 'Удалить', keepIt: 'Оставить', removed: (name) => `Удалён: ${name}`, bringBack: 'Вернуть', bringBackOf: (name) => `Вернуть файл ${name}`, broughtBack: (name) => `Файл остался: ${name}`, added: (name) => `Добавлен: ${name}`, folder: 'Папку добавить нельзя; выберите файлы', empty: 'Файл пустой',
    keepsNone: 'Ваша организация не сохраняет файлы.', tooLarge: (limit) => `Сохраняемый файл может быть не больше ${limit}.`,
  },
  original: { open: 'Открыть письмо', gmail: 'Открыть письмо в Gmail', inMailboxOf: (names) => `Письмо в почтовом ящике: ${names}.`, mine: 'Письмо в вашем почтовом ящике; отсюда почтовая программа открыть его не даёт.' },
  chain: { here: 'Этот контакт', earlier: 'Показать более ранние', link: 'Связать с более ранним…', find: 'Найти более ранний контакт этого клиента', needClient: 'Для связи нужен клиент. Сначала выберите клиента.', nothing: 'Более ранних контактов не найдено', unlink: 'Убрать связь с более ранним', cyclic: 'Тот контакт уже следует за этим: цепочка не может замыкаться в круг.', linked: 'Связано', unlinked: 'Связь убрана', gone: 'контакт, которого больше нет', discard: 'Закрыть' },
  next: { ask: 'Следующий шаг?', other: 'Другой…', notNow: 'Не сейчас', with: (method) => `${method}, с той же темой` },
  log: {
    more: 'Другие поля', less: 'Меньше полей', now: 'Сейчас', hourAgo: 'Час назад', thisMorning: 'Сегодня, 10:00', nextStep: 'Сразу запланировать следующий шаг', found: (when) => `Форма от ${when} не была сохранена.`, resume: 'Продолжить её', drop: 'Начать заново', quick: 'Обычное время',
    planFailed: 'Контакт сохранён. Не удалось только запланировать следующий шаг.', openIt: 'Открыть контакт',
  },
}
export const panelTexts: Record<Locale, PanelWords> = { en, ru }
