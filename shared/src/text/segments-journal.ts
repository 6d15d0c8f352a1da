import type { AttributeNoun, AttributeType } from '../contract/attribute'
import type { Locale } from '../domain/codes'
import type { RuleField, RuleOperator } from '../domain/rule-fields'
import { russianCount } from './russian-count'

/** Segments of clients, their rules, and details of clients and people. */
const en = {
  title: 'Segments', about: 'A named set of clients: chosen by hand, or found by a rule whenever it is asked. It serves as a filter of the client list and of the journal.',
  newRule: 'New segment by rule', newHand: 'New segment by hand', empty: 'No segments yet', emptyAdvice: 'Make one by rule, such as “VIP clients without a contact for 30 days”, or collect clients by hand.', choose: 'Choose a segment on the left, or make a new one.',
  byRule: 'by rule', byHand: 'by hand', shared: 'shared', of: (name: string) => `by ${name}`, clients: (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'client' : 'clients'}`, counting: 'Counting…', back: 'All segments',
  name: 'Name', needName: 'Give it a name.', needValue: 'Fill this in, or remove the condition.', chooseWords: 'Choose…', inClients: 'These clients in the list', gone: 'This segment is not there', goneAdvice: 'It was deleted, or its owner no longer shares it.', theirRule: '(and another rule)', forAll: 'Everybody may use it', save: 'Save', cancel: 'Cancel', saved: 'Saved.', remove: 'Delete', removeAnyway: 'Delete anyway', removeSure: 'Delete this segment?', readOnly: 'Its owner and leads may change it.', inJournal: 'Their contacts in the journal',
  match: { label: 'Fits when', all: 'all of these hold', any: 'any of these holds' }, addCondition: 'Add a condition', addGroup: 'Add a group', removeCondition: (what: string) => `Remove the condition: ${what}`, removeGroup: 'Remove the group', group: 'Group of conditions', condition: 'Condition',
  field: 'What', operator: 'How', value: 'Value', incomplete: 'Some conditions are not filled in yet; they are not counted.', noConditions: 'Without conditions every client fits.', preview: 'Who fits', previewFirst: (count: number) => `The first ${count} are shown.`, nobody: 'Nobody fits now.',
  days: 'Days', inDays: 'In how many days', fields: {
    text: 'Name, address, phone, tax number', kind: 'Kind', class: 'Class', status: 'Status', industry: 'Industry', region: 'Region', turnover: 'Turnover class', vip: 'VIP', managerId: 'Responsible', teamId: 'Team', adSourceId: 'Source', loyalty: 'Reasons of loyalty',
    competitors: 'What they buy from competitors', createdAt: 'In the base since', lastHeldAt: 'Last contact', contacts: 'Held contacts', openTasks: 'Open tasks', persons: 'Contact persons', segment: 'Segment', attribute: 'Detail',
  } as Record<RuleField, string>,
  operators: { anyOf: 'is one of', noneOf: 'is none of', contains: 'contains', notContains: 'does not contain', is: 'is', within: 'in the last', notWithin: 'not in the last', atLeast: 'at least', atMost: 'at most', filled: 'is filled in', empty: 'is empty' } as Record<RuleOperator, string>,
  members: 'Clients of the segment', addMembers: 'Add clients', add: 'Add', removeMember: (name: string) => `Remove from the segment: ${name}`, added: (count: number) => `Added: ${count}.`, removed: (count: number) => `Removed: ${count}.`, undo: 'Undo', noMembers: 'Nobody yet. Add clients above.', more: 'Show more',
  stale: 'Somebody has changed this meanwhile. What they saved is shown here; your changes are kept in the form.', takeTheirs: 'Take theirs', keepMine: 'Save mine over it', theirs: 'They have',
  details: {
    title: 'Details', of: (name: string) => `Details of the client ${name}`, edit: 'Edit the details', none: 'Nothing has been filled in.', status: 'Status', turnover: 'Turnover class', loyalty: 'Reasons of loyalty', competitors: 'What they buy from competitors', source: 'Source', industry: 'Industry', region: 'Region', class: 'Class', yes: 'Yes', no: 'No', unset: '–',
    required: 'must be filled in', likeMask: (mask: string) => `Like ${mask}: # a digit, A a letter, * either`,
  },
  person: {
    title: (name: string) => `Contact person: ${name}`, add: 'New contact person', edit: (name: string) => `Edit: ${name}`, name: 'Name', position: 'Position', birthday: 'Birthday', interests: 'Interests', acquaintance: 'How we met', dates: 'Days to remember', dateName: 'What day', date: 'Date', dateHint: '2011-06-04, or --06-04 without a year', addDate: 'Add a day', removeDate: (name: string) => `Remove the day: ${name}`,
    addresses: 'Addresses', phones: 'Phones', severalHint: 'One a line',
  },
  attributes: {
    title: 'Details of clients, people and contacts', about: 'Further named facts with a type and checks. What is switched off stays where it was filled in, and is no longer offered.', add: 'New detail', edit: (name: string) => `Edit: ${name}`, remove: (name: string) => `Delete: ${name}`, up: (name: string) => `Move up: ${name}`, down: (name: string) => `Move down: ${name}`,
    empty: 'No details are defined here yet.', name: 'Name', nameRu: 'Name in Russian', noun: 'Of whom', type: 'Type', options: 'Words to choose from', optionsHint: 'One a line', required: 'Must be filled in', min: 'At least', max: 'At most', maxLength: 'Characters at most', pattern: 'Pattern', patternHint: '# a digit, A a letter, * either; anything else stands for itself', active: 'Offered', off: 'switched off', values: (count: number) => `filled in: ${count}`,
    nouns: { counterparty: 'Clients', person: 'Contact persons', contact: 'Contacts' } as Record<AttributeNoun, string>,
    types: { text: 'Text', number: 'Number', date: 'Date', choice: 'Choice', flag: 'Yes or no', link: 'Link' } as Record<AttributeType, string>,
  },
}
export type SegmentWords = typeof en

const ru: SegmentWords = {
  title: 'Сегменты', about: 'Набор клиентов с названием: собранный вручную или найденный по условию каждый раз заново. Служит отбором в списке клиентов и в журнале.',
  newRule: 'Новый сегмент по условию', newHand: 'Новый сегмент вручную', empty: 'Сегментов пока нет', emptyAdvice: 'Создайте сегмент по условию, например «VIP без контактов 30 дней», или соберите клиентов вручную.', choose: 'Выберите сегмент слева или создайте новый.',
  byRule: 'по условию', byHand: 'вручную', shared: 'общий', of: (name) => `автор: ${name}`, clients: (count) => russianCount(count, 'клиент', 'клиента', 'клиентов').replace(String(count), count.toLocaleString('ru')), counting: 'Считаем…', back: 'Все сегменты',
  name: 'Название', needName: 'Укажите название.', needValue: 'Заполните или уберите условие.', chooseWords: 'Выберите…', inClients: 'Эти клиенты в списке', gone: 'Такого сегмента нет', goneAdvice: 'Он удалён, или автор больше не делится им.', theirRule: '(и другое условие)', forAll: 'Доступен всем', save: 'Сохранить', cancel: 'Не сохранять', saved: 'Сохранено.', remove: 'Удалить', removeAnyway: 'Всё равно удалить', removeSure: 'Удалить этот сегмент?', readOnly: 'Изменить его могут автор и руководители.', inJournal: 'Их контакты в журнале',
  match: { label: 'Подходит, если', all: 'выполнены все условия', any: 'выполнено любое условие' }, addCondition: 'Добавить условие', addGroup: 'Добавить группу', removeCondition: (what) => `Убрать условие: ${what}`, removeGroup: 'Убрать группу', group: 'Группа условий', condition: 'Условие',
  field: 'Что', operator: 'Как', value: 'Значение', incomplete: 'Некоторые условия ещё не заполнены; они не учтены.', noConditions: 'Без условий подходит каждый клиент.', preview: 'Кто подходит', previewFirst: (count) => `Показаны первые ${count}.`, nobody: 'Сейчас не подходит никто.',
  days: 'Дней', inDays: 'За сколько дней', fields: {
    text: 'Название, адрес, телефон, ИНН', kind: 'Вид', class: 'Класс', status: 'Статус', industry: 'Отрасль', region: 'Регион', turnover: 'Класс оборота', vip: 'VIP', managerId: 'Ответственный', teamId: 'Отдел', adSourceId: 'Источник информации', loyalty: 'Причины лояльности',
    competitors: 'Что покупает у конкурентов', createdAt: 'В базе', lastHeldAt: 'Последний контакт', contacts: 'Состоявшиеся контакты', openTasks: 'Открытые задачи', persons: 'Контактные лица', segment: 'Сегмент', attribute: 'Характеристика',
  },
  operators: { anyOf: 'любое из', noneOf: 'ни одно из', contains: 'содержит', notContains: 'не содержит', is: 'равно', within: 'за последние', notWithin: 'не за последние', atLeast: 'не меньше', atMost: 'не больше', filled: 'заполнено', empty: 'не заполнено' },
  members: 'Клиенты сегмента', addMembers: 'Добавить клиентов', add: 'Добавить', removeMember: (name) => `Убрать из сегмента: ${name}`, added: (count) => `Добавлено: ${count}.`, removed: (count) => `Убрано: ${count}.`, undo: 'Вернуть как было', noMembers: 'Пока никого. Добавьте клиентов выше.', more: 'Показать ещё',
  stale: 'Эти сведения тем временем изменил кто-то другой. Здесь то, что сохранено; ваши изменения остались в форме.', takeTheirs: 'Взять сохранённое', keepMine: 'Сохранить моё поверх', theirs: 'Сохранено',
  details: {
    title: 'Характеристики', of: (name) => `Характеристики клиента: ${name}`, edit: 'Изменить характеристики', none: 'Ничего не заполнено.', status: 'Статус', turnover: 'Класс оборота', loyalty: 'Причины лояльности', competitors: 'Что покупает у конкурентов', source: 'Источник информации', industry: 'Отрасль', region: 'Регион', class: 'Класс', yes: 'Да', no: 'Нет', unset: '–',
    required: 'нужно заполнить', likeMask: (mask) => `Образец ${mask}: # цифра, A буква, * буква или цифра`,
  },
  person: {
    title: (name) => `Контактное лицо: ${name}`, add: 'Новое контактное лицо', edit: (name) => `Изменить: ${name}`, name: 'Имя', position: 'Должность', birthday: 'День рождения', interests: 'Интересы', acquaintance: 'Обстоятельства знакомства', dates: 'Памятные даты', dateName: 'Что за дата', date: 'Дата', dateHint: '2011-06-04 или --06-04 без года', addDate: 'Добавить дату', removeDate: (name) => `Убрать дату: ${name}`,
    addresses: 'Адреса', phones: 'Телефоны', severalHint: 'По одному в строке',
  },
  attributes: {
    title: 'Характеристики клиентов, людей и контактов', about: 'Дополнительные сведения с типом и проверками. Отключённая характеристика остаётся там, где заполнена, но больше не предлагается.', add: 'Новая характеристика', edit: (name) => `Изменить: ${name}`, remove: (name) => `Удалить: ${name}`, up: (name) => `Выше: ${name}`, down: (name) => `Ниже: ${name}`,
    empty: 'Здесь характеристик пока нет.', name: 'Название', nameRu: 'Название по-русски', noun: 'Чья', type: 'Тип', options: 'Слова для выбора', optionsHint: 'По одному в строке', required: 'Обязательна', min: 'Не меньше', max: 'Не больше', maxLength: 'Знаков не больше', pattern: 'Образец', patternHint: '# цифра, A буква, * буква или цифра; остальное как есть', active: 'Предлагается', off: 'отключена', values: (count) => `заполнено: ${count}`,
    nouns: { counterparty: 'Клиенты', person: 'Контактные лица', contact: 'Контакты' },
    types: { text: 'Текст', number: 'Число', date: 'Дата', choice: 'Выбор', flag: 'Да или нет', link: 'Ссылка' },
  },
}
export const segmentsTexts: Record<Locale, SegmentWords> = { en, ru }
