import type { Locale } from '../domain/codes'

interface SigningInWords {
  door: {
    choose: string; with: (name: string) => string; organisation: (id: string) => string; going: string
    haveCode: string; code: string; codeAdvice: string; first: string; firstAdvice: string; firstCode: string
  }
  sessions: {
    title: string; advice: string; current: string; unknown: string; seen: (when: string) => string; since: (when: string) => string
    end: string; endOf: (name: string) => string; ended: (name: string) => string; everywhere: string; everywhereAdvice: string
  }
}

export const signingInTexts: Record<Locale, SigningInWords> = {
  en: {
    door: {
      choose: 'Sign in with the account that you use for work. Your password stays with its provider.', with: (name) => `Sign in with ${name}`, organisation: (id) => `organisation ${id}`, going: 'Opening the provider\'s page…',
      haveCode: 'I have an invitation code', code: 'Code of the invitation', codeAdvice: 'Needed once: your account is bound to you when you sign in with it.',
      first: 'There is no administrator yet', firstAdvice: 'The server printed a code when it was started. Whoever signs in with it is the first administrator.', firstCode: 'Code that the server printed',
    },
    sessions: {
      title: 'My sessions', advice: 'Where you are signed in to the journal. End what you do not know, or do not use any more.', current: 'this one', unknown: 'Another program',
      seen: (when) => `last used ${when}`, since: (when) => `signed in ${when}`, end: 'End', endOf: (name) => `End the session in ${name}`, ended: (name) => `The session in ${name} has ended.`,
      everywhere: 'Sign out everywhere', everywhereAdvice: 'Signing out everywhere ends this session as well, and those of the mail clients.',
    },
  },
  ru: {
    door: {
      choose: 'Войдите с рабочей учётной записью. Пароль остаётся у её провайдера.', with: (name) => `Войти через ${name}`, organisation: (id) => `организация ${id}`, going: 'Открывается страница провайдера…',
      haveCode: 'У меня есть код приглашения', code: 'Код приглашения', codeAdvice: 'Нужен один раз: при входе с ним учётная запись закрепится за вами.',
      first: 'Администратора пока нет', firstAdvice: 'Сервер напечатал код при запуске. Первым администратором станет тот, кто войдёт с этим кодом.', firstCode: 'Код, который напечатал сервер',
    },
    sessions: {
      title: 'Мои сеансы', advice: 'Где выполнен вход в журнал. Завершите те сеансы, которые вам незнакомы или больше не нужны.', current: 'этот', unknown: 'Другая программа',
      seen: (when) => `последний запрос: ${when}`, since: (when) => `вход: ${when}`, end: 'Завершить', endOf: (name) => `Завершить сеанс: ${name}`, ended: (name) => `Сеанс завершён: ${name}.`,
      everywhere: 'Выйти везде', everywhereAdvice: 'Выход везде завершит и этот сеанс, и вход в почтовых программах.',
    },
  },
}
