// What administrators and managers read of the add-in before its pane is open. Labels stay within 16 characters: mobile ribbons cut longer ones.
export interface Bilingual { en: string; ru: string }

export const providerName = 'Counterpane'

export const productTexts = {
  name: { en: 'Counterpane', ru: 'Counterpane' },
  summary: { en: 'Who wrote, what was agreed and what is still open, beside the message.', ru: 'Кто написал, о чём договорились и что не закрыто: рядом с письмом.' },
  description: {
    en: 'Shows beside a message who wrote, what was agreed and what is still open, and files the message in the client’s history with one click.',
    ru: 'Показывает рядом с письмом, кто написал, о чём договорились и что не закрыто, и одним нажатием регистрирует письмо в истории клиента.',
  },
} satisfies Record<string, Bilingual>

/** Short strings: labels and titles, at most 64 characters (the unified manifest's limit). */
export const labels = {
  'Group.Label': { en: 'Counterpane', ru: 'Counterpane' },
  'Open.Label': { en: 'Counterpane', ru: 'Counterpane' },
  'Open.Title': { en: 'Open Counterpane', ru: 'Открыть Counterpane' },
  'Register.Label': { en: 'Register', ru: 'Зарегистрировать' },
  'Register.Title': { en: 'Register the message', ru: 'Зарегистрировать письмо' },
} satisfies Record<string, Bilingual>

/** Long strings: tips, at most 250 characters. */
export const tips = {
  'Read.Tip': {
    en: 'Who wrote, how we know, what was agreed and what is still open. The pane can stay open from message to message.',
    ru: 'Кто написал, откуда это известно, о чём договорились и что не закрыто. Панель можно закрепить, чтобы не открывать её в каждом письме.',
  },
  'Register.Tip': {
    en: 'Files this message in the client’s history without opening the pane. Only for an address that is known; otherwise you are asked to open the pane.',
    ru: 'Регистрирует письмо в истории клиента, не открывая панель. Только если адрес известен; иначе появится просьба открыть панель.',
  },
  'Compose.Tip': {
    en: 'Who the recipients are, what was agreed with them, and whether to register the message when it is sent.',
    ru: 'Кто получатели, о чём с ними договорились и регистрировать ли письмо при отправке.',
  },
  'Meeting.Tip': {
    en: 'Who takes part, what is planned with them and how earlier meetings ended.',
    ru: 'Кто участвует, что с ними запланировано и чем закончились прошлые встречи.',
  },
} satisfies Record<string, Bilingual>

export type LabelId = keyof typeof labels
export type TipId = keyof typeof tips
