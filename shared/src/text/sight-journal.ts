import type { Locale, SightLevel } from '../domain/codes'
import { russianCount } from './russian-count'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
const seeing = (n: number) => russianCount(n, 'видит', 'видят', 'видят')

/** Who sees whose clients: the administrator's part. */
interface SightWords {
  about: string; everywhere: string; level: Record<SightLevel, string>; meaning: Record<SightLevel, string>; short: Record<SightLevel, string>
  firms: string; firmsAbout: string; noFirms: string; firm: string; choose: string; levelOf: (firm: string) => string; add: string; remove: (firm: string) => string; gone: string
  managers: (n: number) => string; see: Record<SightLevel, (n: number) => string>; rules: readonly string[]
  stale: { title: string; advice: string; now: string; saveMine: string; takeTheirs: string }
}

export const sightTexts: Record<Locale, SightWords> = {
  en: {
    about: 'How much of the client base a manager sees. What somebody does not see is not there for them: not in lists, totals, searches, suggestions or files. Administrators see everything.',
    everywhere: 'A manager sees', level: { all: 'All clients', team: 'The clients of their team', own: 'Their own clients' }, short: { all: 'everything', team: 'the team’s clients', own: 'their own clients' },
    meaning: {
      all: 'Whoever stands in for a colleague finds everything.', team: 'Clients for whom somebody of the team is responsible, or with whom somebody of the team had a contact or a task.',
      own: 'Clients for whom they are responsible, or with whom they had a contact or a task themselves. A lead sees the clients of the team.',
    },
    firms: 'Another rule for some of our companies', firmsAbout: 'For those who work for that company. Who works for several has the widest of their rules.', noFirms: 'The same rule holds in all our companies.', firm: 'Our company', choose: 'Choose a company',
    levelOf: (firm) => `What those of ${firm} see`, add: 'Add a rule', remove: (firm) => `Remove the rule of ${firm}`, gone: 'A company that is gone',
    managers: (n) => count(n, 'person works here', 'people work here'),
    see: { all: (n) => count(n, 'sees everything', 'see everything'), team: (n) => count(n, 'sees the team’s clients', 'see their team’s clients'), own: (n) => count(n, 'sees only their own', 'see only their own') },
    rules: ['With a client goes the whole of its history, whoever took part. Private letters stay private.', 'A client without a responsible manager is seen by everybody.', 'While anything is narrowed, only administrators bring in tables and start the search for duplicates.'],
    stale: { title: 'Somebody changed this meanwhile', advice: 'Your rules are not saved yet.', now: 'Now it stands so:', saveMine: 'Save mine', takeTheirs: 'Take theirs' },
  },
  ru: {
    about: 'Какую часть клиентской базы видит менеджер. Чего не видно, того для менеджера нет: ни в списках, ни в итогах, ни в поиске, ни в подсказках, ни в файлах. Администраторы видят всё.',
    everywhere: 'Менеджер видит', level: { all: 'Всех клиентов', team: 'Клиентов своего отдела', own: 'Только своих клиентов' }, short: { all: 'всё', team: 'клиентов отдела', own: 'только своих' },
    meaning: {
      all: 'При замене коллеги под рукой вся история.', team: 'Клиенты, за которых отвечает кто-то из отдела или с которыми у кого-то из отдела был контакт или задача.',
      own: 'Клиенты, за которых менеджер отвечает или с которыми был собственный контакт или задача. Руководитель видит клиентов отдела.',
    },
    firms: 'Другое правило для некоторых наших фирм', firmsAbout: 'Для тех, кто работает от этой фирмы. Кто работает от нескольких, у того самое широкое из их правил.', noFirms: 'Во всех наших фирмах правило одно.', firm: 'Наша фирма', choose: 'Выберите фирму',
    levelOf: (firm) => `Что видят работающие от фирмы ${firm}`, add: 'Добавить правило', remove: (firm) => `Убрать правило фирмы ${firm}`, gone: 'Фирмы больше нет',
    managers: (n) => `Всего ${russianCount(n, 'человек', 'человека', 'человек')}`,
    see: { all: (n) => `${seeing(n)} всё`, team: (n) => `${seeing(n)} клиентов отдела`, own: (n) => `${seeing(n)} только своих` },
    rules: ['Вместе с клиентом видна вся его история, кто бы в ней ни участвовал. Личные письма остаются личными.', 'Клиента без ответственного видят все.', 'Пока видимость сужена, загружать таблицы и запускать поиск дублей могут только администраторы.'],
    stale: { title: 'Тем временем это изменили', advice: 'Ваши правила ещё не сохранены.', now: 'Сейчас действует:', saveMine: 'Сохранить мои', takeTheirs: 'Взять новые' },
  },
}
