import type { Locale } from '../domain/codes'

/** Who may be here, in the words of the Gmail cards: strangers and what Google's consent does not cover. */
export interface AccessCardWords {
  stranger: string; askAdministrator: (email: string) => string; code: string; codeHint: string; accept: string; writeCode: string
  welcome: (name: string) => string; openAnEmail: string
  identify: string; allow: string; consent: { title: string; advice: string }
}

const en: AccessCardWords = {
  stranger: 'You are not in Counterpane yet', askAdministrator: (email) => `Ask your administrator for an invitation for ${email}, and enter its code here. The code works once and for a week.`,
  code: 'Code of the invitation', codeHint: 'As in the invitation; capitals and hyphens do not matter', accept: 'Accept the invitation', writeCode: 'Enter the code of the invitation.',
  welcome: (name) => `Welcome, ${name}`, openAnEmail: 'Open an email to see who wrote, what was agreed and what is still open.',
  identify: 'Identify the sender', allow: 'Always show the sender',
  consent: { title: 'Who wrote this?', advice: 'Counterpane may not see the sender as soon as an email is opened. Identify the sender of this one by a press, or allow it for every email.' },
}

const ru: AccessCardWords = {
  stranger: 'Вас ещё нет в Counterpane', askAdministrator: (email) => `Попросите администратора выдать приглашение для ${email} и введите здесь его код. Код действует один раз и неделю.`,
  code: 'Код приглашения', codeHint: 'Как в приглашении; регистр и дефисы не важны', accept: 'Принять приглашение', writeCode: 'Введите код приглашения.',
  welcome: (name) => `Добро пожаловать, ${name}`, openAnEmail: 'Откройте письмо, чтобы увидеть, кто пишет, о чём договорились и что ещё не закрыто.',
  identify: 'Узнать отправителя', allow: 'Всегда показывать отправителя',
  consent: { title: 'Кто это написал?', advice: 'Counterpane не видит отправителя сразу при открытии письма. Узнайте отправителя этого письма нажатием или разрешите показывать его всегда.' },
}

export const accessCardTexts: Record<Locale, AccessCardWords> = { en, ru }
