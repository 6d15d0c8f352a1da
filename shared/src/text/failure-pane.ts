import type { Locale } from '../domain/codes'

/** Words of the first bundle for answers that bring none of their own: another program stood in the server's place. */
const en = {
  unexplained: (status: number) => (status >= 500 ? `The server is in trouble (HTTP ${status}). Nothing was saved.` : status === 429 ? 'Too many requests at once.' : `Not the server’s answer (HTTP ${status}). Does the network want you to sign in first?`),
  againIn: (seconds: number) => `Try again in ${seconds} s`,
  doctor: 'Check everything',
  noShelf: 'This Outlook keeps nothing for the pane: what you register without a connection is lost when the pane closes.',
}
export type FailureTexts = typeof en

const ru: FailureTexts = {
  unexplained: (status) => (status >= 500 ? `Сервер не справляется (HTTP ${status}). Ничего не сохранено.` : status === 429 ? 'Слишком много запросов сразу.' : `Ответил не сервер (HTTP ${status}). Возможно, сначала нужно войти в сеть.`),
  againIn: (seconds) => `Повторить через ${seconds} с`,
  doctor: 'Проверить всё',
  noShelf: 'Этот Outlook ничего не хранит для панели: то, что вы регистрируете без связи, пропадёт, когда панель закроется.',
}

export const failureTexts: Record<Locale, FailureTexts> = { en, ru }
