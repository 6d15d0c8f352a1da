import type { Locale, Status } from '../domain/codes'

/** Why an outcome is not recorded; `by`: who answered, and when. */
export interface OutcomeRefusals {
  words: string
  answered: (status: Status, by: { name: string | null; at: string } | null) => string
}

const told = (by: { name: string | null; at: string } | null) => (by ? ` (${[by.name, by.at].filter(Boolean).join(', ')})` : '')

const en: OutcomeRefusals = {
  words: 'Only those who take part in this contact write its result; an outcome without words can be recorded',
  answered: (status, by) => `It has an outcome already: ${({ held: 'held', cancelled: 'not held', planned: 'planned' } as const)[status]}${told(by)}`,
}

const ru: OutcomeRefusals = {
  words: 'Результат этого контакта пишут только его участники; итог без слов указать можно',
  answered: (status, by) => `Итог уже указан: ${({ held: 'состоялось', cancelled: 'не состоялось', planned: 'запланировано' } as const)[status]}${told(by)}`,
}

export const outcomeRefusals: Record<Locale, OutcomeRefusals> = { en, ru }
