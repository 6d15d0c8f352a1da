import type { CalendarProblem, CalendarProvider, CalendarState } from '../contract/calendar'
import type { Locale } from '../domain/codes'
import { nearDate, type DateOptions } from './dates'

/** `nextTryAt`: when we look again by ourselves; `waitingUntil`: when the provider lets us ask again. Instants as ISO 8601. */
export interface CalendarFacts { provider: CalendarProvider; mailbox: string; state: CalendarState; problem: CalendarProblem | null; since: string; waitingUntil: string | null; nextTryAt: string | null }

/** Named by provider where the way out differs. `until` and `next` are worded times, '' when there is none. */
interface Facts { house: string; google: boolean; mailbox: string; until: string; next: string }
interface Words { house: Record<CalendarProvider, string>; since: (when: string) => string; problem: Record<CalendarProblem, (facts: Facts) => string> }

const en: Words = {
  house: { graph: 'Microsoft', google: 'Google' },
  since: (when) => `Since ${when}: `,
  problem: {
    'not-configured': ({ house }) => `this server has no access to ${house} calendars in its settings. The administrator sets it up and starts the server again; npm run doctor says what is missing.`,
    'no-consent': ({ google, mailbox }) => (google
      ? `Google has not been told yet that we may read ${mailbox}. Its owner presses "Connect Google Calendar" in the journal.`
      : `the permission to read calendars has not been given. A Microsoft 365 administrator grants Calendars.Read (application) to this program.`),
    'signed-out': ({ google, mailbox }) => (google
      ? `Google no longer accepts the permission for ${mailbox}. Its owner presses "Connect Google Calendar" in the journal once more; what was read stays.`
      : 'Microsoft does not accept this program’s sign-in. The administrator looks whether the client secret has expired and puts a new one into the settings; what was read stays.'),
    refused: ({ house, mailbox }) => `${house} does not let us read the calendar of ${mailbox}. The administrator gives the program access to this mailbox; we try again every hour.`,
    'no-mailbox': ({ house, mailbox }) => `${house} knows no calendar of ${mailbox}. The administrator corrects the address, or gives the mailbox a licence; we try again every day, and nothing is deleted.`,
    throttled: ({ house, until, next }) => `${house} asks for patience${until ? ` until ${until}` : ''}. Nothing has to be done; reading goes on by itself${until || !next ? '' : `, the next try is ${next}`}.`,
    unreachable: ({ house, next }) => `${house} can’t be reached. Nothing has to be done if it passes${next ? `; the next try is ${next}` : ''}. If it stays, the administrator looks at the server’s way to the internet.`,
    'unreadable-answer': ({ house, next }) => `${house} answers with something that can’t be understood. What was read stays${next ? `; the next try is ${next}` : ''}. If it stays, the administrator looks into the log.`,
    storage: ({ next }) => `the server’s database could not be written to. Nothing is lost${next ? `; the next try is ${next}` : ''}. The administrator looks whether the disk is full.`,
    'first-round': () => 'the calendar is being read for the first time. Nothing has to be done.',
    'full-round': () => 'the whole calendar is being read again. What was known stays until that is done; nothing has to be done.',
  },
}

const ru: Words = {
  house: { graph: 'Microsoft', google: 'Google' },
  since: (when) => `С ${when}: `,
  problem: {
    'not-configured': ({ house }) => `в настройках сервера нет доступа к календарям ${house}. Администратор настраивает его и перезапускает сервер; чего не хватает, скажет npm run doctor.`,
    'no-consent': ({ google, mailbox }) => (google
      ? `Google ещё не знает, что нам можно читать ${mailbox}. Владелец нажимает «Подключить Google Календарь» в журнале.`
      : 'разрешение читать календари не дано. Администратор Microsoft 365 даёт программе разрешение Calendars.Read (для приложения).'),
    'signed-out': ({ google, mailbox }) => (google
      ? `Google больше не принимает разрешение для ${mailbox}. Владелец ещё раз нажимает «Подключить Google Календарь» в журнале; прочитанное остаётся.`
      : 'Microsoft не принимает вход этой программы. Администратор проверяет, не истёк ли секрет клиента, и вносит новый в настройки; прочитанное остаётся.'),
    refused: ({ house, mailbox }) => `${house} не даёт читать календарь ${mailbox}. Администратор открывает программе доступ к этому ящику; попытка повторяется каждый час.`,
    'no-mailbox': ({ house, mailbox }) => `${house} не знает календаря ${mailbox}. Администратор исправляет адрес или даёт ящику лицензию; попытка повторяется каждый день, ничего не удаляется.`,
    throttled: ({ house, until, next }) => `${house} просит подождать${until ? ` до ${until}` : ''}. Делать ничего не нужно: чтение продолжится само${until || !next ? '' : `, следующая попытка — ${next}`}.`,
    unreachable: ({ house, next }) => `${house} не отвечает. Если это пройдёт, делать ничего не нужно${next ? `; следующая попытка — ${next}` : ''}. Если нет, администратор проверяет выход сервера в интернет.`,
    'unreadable-answer': ({ house, next }) => `ответ ${house} не удаётся понять. Прочитанное остаётся${next ? `; следующая попытка — ${next}` : ''}. Если это не проходит, администратор смотрит журнал сервера.`,
    storage: ({ next }) => `не удалось записать в базу данных сервера. Ничего не потеряно${next ? `; следующая попытка — ${next}` : ''}. Администратор проверяет, не заполнен ли диск.`,
    'first-round': () => 'календарь читается впервые. Делать ничего не нужно.',
    'full-round': () => 'календарь целиком читается заново. До конца остаётся всё, что известно; делать ничего не нужно.',
  },
}
export const calendarStatusTexts: Record<Locale, Words> = { en, ru }

/** Since when, what is the matter and who does what about it; null when all is well. Without a `timeZone` of the reader the times are said in UTC. */
export function calendarReason(facts: CalendarFacts, { locale, now, timeZone }: DateOptions): string | null {
  const problem = facts.problem ?? (facts.state === 'healthy' ? null : 'unreachable')
  if (problem === null) return null
  const text = calendarStatusTexts[locale]
  const when = (instant: string | null) => (instant === null ? '' : nearDate(instant, { locale, now, timeZone: timeZone ?? 'UTC' }) + (timeZone ? '' : ' UTC'))
  return text.since(when(facts.since)) + text.problem[problem]({
    house: text.house[facts.provider], google: facts.provider === 'google', mailbox: facts.mailbox, until: when(facts.waitingUntil), next: when(facts.nextTryAt),
  })
}
