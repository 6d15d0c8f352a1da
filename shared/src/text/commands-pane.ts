import type { Locale } from '../domain/codes'
import { nearDate } from './dates'

/** What the ribbon's button says above the message: a mail client shows 150 characters of it, so names are cut before words are. */
const longestName = 50
const cut = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)
const line = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(' ')

const en = {
  working: 'Registering…',
  registered: (client: string | null) => (client ? `Registered. Client: ${cut(client)}.` : 'Registered without a client.'),
  already: (by: string, at: string, client: string | null, now: Date) => line(`Registered by ${cut(by)}, ${nearDate(at, { locale: 'en', now })}.`, client && `Client: ${cut(client)}.`),
  notCertain: 'The client is not certain. Open the Counterpane pane to choose.',
  excluded: 'This email is marked as not to be processed. The Counterpane pane can take that back.',
  colleagues: 'An email between colleagues: nothing to register.',
  signIn: 'Not registered: open the Counterpane pane to sign in.',
  kept: 'No connection. The order is kept here; the Counterpane pane sends it when the connection is back.',
  offline: 'No connection. Not registered: try again, or open the Counterpane pane.',
  failed: (reason: string, reference: string) => line('Not registered:', cut(reason || 'the server has a problem').replace(/\.?$/, '.'), reference && `Reference: ${reference}`),
  noMessage: 'No email is open here.',
}
export type CommandTexts = typeof en

const ru: CommandTexts = {
  working: 'Регистрируется…',
  registered: (client) => (client ? `Зарегистрировано. Клиент: ${cut(client)}.` : 'Зарегистрировано без клиента.'),
  already: (by, at, client, now) => line(`Зарегистрировано: ${cut(by)}, ${nearDate(at, { locale: 'ru', now })}.`, client && `Клиент: ${cut(client)}.`),
  notCertain: 'Клиент определён не точно. Откройте панель Counterpane и выберите его.',
  excluded: 'Письмо отмечено «не обрабатывать». Вернуть его можно в панели Counterpane.',
  colleagues: 'Письмо между коллегами: регистрировать нечего.',
  signIn: 'Не зарегистрировано: откройте панель Counterpane, чтобы войти.',
  kept: 'Нет связи. Запрос сохранён здесь, панель Counterpane отправит его, когда связь вернётся.',
  offline: 'Нет связи. Не зарегистрировано: повторите или откройте панель Counterpane.',
  failed: (reason, reference) => line('Не зарегистрировано:', cut(reason || 'ошибка на сервере').replace(/\.?$/, '.'), reference && `Код обращения: ${reference}`),
  noMessage: 'Здесь не открыто письмо.',
}

export const commandTexts: Record<Locale, CommandTexts> = { en, ru }
