import type { Locale } from '../domain/codes'
import type { ErrorCode } from '../errors/catalogue'

type Words = Record<ErrorCode, { title: string; advice: string }>

const en: Words = {
  'invalid-request': { title: 'The request is not right', advice: 'Correct the fields named and send it again.' },
  'malformed-json': { title: 'The request is not readable JSON', advice: 'Send a JSON object in UTF-8.' },
  'unreadable-text': { title: 'A text holds characters that cannot be kept', advice: 'Remove NUL characters and broken surrogate pairs.' },
  'no-session': { title: 'You are not signed in', advice: 'Sign in and try again.' },
  forbidden: { title: 'This is not allowed for you', advice: 'Ask your team lead or administrator.' },
  'foreign-origin': { title: 'The request came from another site', advice: 'Open the journal itself and repeat the action there.' },
  'undo-expired': { title: 'The registration can no longer be undone by you', advice: 'The one who registered and the lead can undo for 24 hours; later an administrator can.' },
  'not-found': { title: 'There is no such thing here', advice: 'It may have been removed; go back and refresh.' },
  'method-not-allowed': { title: 'This address does not take that method', advice: 'See /api/openapi.json.' },
  'nothing-to-register': { title: 'There is nothing to register', advice: 'The message is between colleagues, excluded, or never registered.' },
  'wrong-status': { title: 'The contact is not in the right status for this', advice: 'Refresh to see what has changed.' },
  conflict: { title: 'Somebody else changed this at the same moment', advice: 'Refresh and try again.' },
  stale: { title: 'This was changed by somebody else meanwhile', advice: 'Look at the newer version and apply your change to it.' },
  'too-large': { title: 'The request is too large', advice: 'Send less text or fewer files.' },
  'unsupported-media-type': { title: 'The request must be JSON', advice: 'Send Content-Type: application/json in UTF-8, uncompressed.' },
  'precondition-required': { title: 'The version being changed is not named', advice: 'Send If-Match with the etag you have seen.' },
  'too-many-requests': { title: 'Too many requests', advice: 'Wait a moment and try again.' },
  internal: { title: 'Something went wrong here', advice: 'Try again; if it stays, tell the administrator the reference.' },
  'database-busy': { title: 'The database is busy', advice: 'Nothing was saved. Try again in a few seconds.' },
  'database-read-only': { title: 'The database cannot be written to', advice: 'Nothing was saved. The administrator must make the file and its folder writable.' },
  'database-unavailable': { title: 'The database cannot be used', advice: 'Nothing was saved. Tell the administrator the reference.' },
  'provider-unavailable': { title: 'The mail service did not answer', advice: 'Try again in a moment.' },
}

const ru: Words = {
  'invalid-request': { title: 'В запросе ошибка', advice: 'Исправьте указанные поля и отправьте снова.' },
  'malformed-json': { title: 'Запрос не читается как JSON', advice: 'Отправьте объект JSON в UTF-8.' },
  'unreadable-text': { title: 'В тексте есть символы, которые нельзя сохранить', advice: 'Уберите символы NUL и разорванные суррогатные пары.' },
  'no-session': { title: 'Вход не выполнен', advice: 'Войдите и повторите.' },
  forbidden: { title: 'На это нет прав', advice: 'Обратитесь к руководителю или администратору.' },
  'foreign-origin': { title: 'Запрос пришёл с другого сайта', advice: 'Откройте сам журнал и повторите действие там.' },
  'undo-expired': { title: 'Снять регистрацию уже нельзя', advice: 'Снять её в течение 24 часов может тот, кто зарегистрировал, и руководитель; позже — администратор.' },
  'not-found': { title: 'Здесь такого нет', advice: 'Возможно, запись удалена; вернитесь и обновите страницу.' },
  'method-not-allowed': { title: 'Этот адрес не принимает такой метод', advice: 'См. /api/openapi.json.' },
  'nothing-to-register': { title: 'Регистрировать нечего', advice: 'Письмо внутреннее, исключено из обработки или никогда не регистрируется.' },
  'wrong-status': { title: 'Статус контакта этого не позволяет', advice: 'Обновите, чтобы увидеть изменения.' },
  conflict: { title: 'Это в тот же момент изменил кто-то другой', advice: 'Обновите и повторите.' },
  stale: { title: 'Запись уже изменена кем-то другим', advice: 'Посмотрите новую версию и внесите правку в неё.' },
  'too-large': { title: 'Запрос слишком велик', advice: 'Отправьте меньше текста или файлов.' },
  'unsupported-media-type': { title: 'Нужен запрос в формате JSON', advice: 'Отправьте Content-Type: application/json в UTF-8 без сжатия.' },
  'precondition-required': { title: 'Не указана изменяемая версия', advice: 'Отправьте If-Match с etag, который вы видели.' },
  'too-many-requests': { title: 'Слишком много запросов', advice: 'Подождите немного и повторите.' },
  internal: { title: 'Здесь что-то сломалось', advice: 'Повторите; если не помогает, сообщите администратору номер обращения.' },
  'database-busy': { title: 'База данных занята', advice: 'Ничего не сохранено. Повторите через несколько секунд.' },
  'database-read-only': { title: 'В базу данных нельзя записать', advice: 'Ничего не сохранено. Администратор должен разрешить запись в файл и папку базы.' },
  'database-unavailable': { title: 'База данных недоступна', advice: 'Ничего не сохранено. Сообщите администратору номер обращения.' },
  'provider-unavailable': { title: 'Почтовая служба не ответила', advice: 'Повторите чуть позже.' },
}

export const problemTexts: Record<Locale, Words> = { en, ru }
