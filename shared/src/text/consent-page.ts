import type { Locale } from '../domain/codes'

/** What became of a manager's way to Google's consent page. `mailbox`: whose calendar was meant; `email`: whose account it was. */
export interface ConsentPageWords {
  title: string
  connected: string; readingOnly: string
  declined: string; stale: string; otherManager: string; notSetUp: string; unticked: string; again: string; unavailable: string; settings: string
  otherAccount: (told: { mailbox: string; email: string }) => string
  unknownAccount: (mailbox: string) => string
  toCalendars: string
}

/** Of the answer to the button, before anybody goes to Google. */
export interface ConsentRefusalWords { notGoogle: string; byOrganisation: string }

const en: ConsentPageWords = {
  title: 'Google Calendar and Counterpane',
  connected: 'Your Google Calendar is connected. Meetings with clients appear in the journal within a few minutes; you can close this page.',
  readingOnly: 'Your Google Calendar is connected for reading. Putting plans into it was not allowed; to allow it, connect again and tick that box as well.',
  declined: 'Access was not given, so nothing changed. To connect the calendar later, press "Connect Google Calendar" again.',
  stale: 'This link was used already, or it is older than ten minutes. Press "Connect Google Calendar" again.',
  otherManager: 'Another manager is signed in to Counterpane in this browser, so nothing changed. Sign in as yourself and press "Connect Google Calendar" again.',
  notSetUp: 'Your calendar was changed in the settings meanwhile, so nothing was connected. Look at the settings and press "Connect Google Calendar" again.',
  unticked: 'Reading the calendar was not ticked on Google\'s page, so nothing was connected. Press "Connect Google Calendar" again and leave the box for calendar events ticked.',
  again: 'Google did not give lasting access. Remove Counterpane at myaccount.google.com/connections and press "Connect Google Calendar" again.',
  unavailable: 'Google did not answer. Press "Connect Google Calendar" again in a moment.',
  settings: 'Google does not accept the program\'s own name and secret. Tell the administrator: GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET have to be checked.',
  otherAccount: ({ mailbox, email }) => `The calendar set up for you is ${mailbox}, but the access given is to ${email}, so nothing was connected. Choose ${mailbox} on Google's page, or ask the administrator to change the address.`,
  unknownAccount: (mailbox) => `Google did not say whose account it is, and nobody is signed in to Counterpane in this browser, so nothing was connected. Open the journal, sign in and connect ${mailbox} from there.`,
  toCalendars: 'To the calendars in the journal',
}

const ru: ConsentPageWords = {
  title: 'Google Календарь и Counterpane',
  connected: 'Ваш Google Календарь подключён. Встречи с клиентами появятся в журнале через несколько минут; эту страницу можно закрыть.',
  readingOnly: 'Ваш Google Календарь подключён для чтения. Записывать в него планы не разрешено; чтобы разрешить, подключите его ещё раз и отметьте и этот пункт.',
  declined: 'Доступ не дан, поэтому ничего не изменилось. Чтобы подключить календарь позже, снова нажмите «Подключить Google Календарь».',
  stale: 'Эта ссылка уже использована или старше десяти минут. Нажмите «Подключить Google Календарь» ещё раз.',
  otherManager: 'В этом браузере в Counterpane вошёл другой менеджер, поэтому ничего не изменилось. Войдите под своим именем и снова нажмите «Подключить Google Календарь».',
  notSetUp: 'Тем временем ваш календарь изменили в настройках, поэтому ничего не подключено. Проверьте настройки и снова нажмите «Подключить Google Календарь».',
  unticked: 'На странице Google не отмечено чтение календаря, поэтому ничего не подключено. Снова нажмите «Подключить Google Календарь» и оставьте отметку у событий календаря.',
  again: 'Google не дал постоянного доступа. Удалите Counterpane на myaccount.google.com/connections и снова нажмите «Подключить Google Календарь».',
  unavailable: 'Google не ответил. Чуть позже снова нажмите «Подключить Google Календарь».',
  settings: 'Google не принимает имя и секрет самой программы. Сообщите администратору: нужно проверить GOOGLE_CLIENT_ID и GOOGLE_CLIENT_SECRET.',
  otherAccount: ({ mailbox, email }) => `Для вас указан календарь ${mailbox}, а доступ дан к ${email}, поэтому ничего не подключено. Выберите ${mailbox} на странице Google или попросите администратора изменить адрес.`,
  unknownAccount: (mailbox) => `Google не сообщил, чей это аккаунт, а в этом браузере в Counterpane никто не вошёл, поэтому ничего не подключено. Откройте журнал, войдите и подключите ${mailbox} оттуда.`,
  toCalendars: 'К календарям в журнале',
}

export const consentPageTexts: Record<Locale, ConsentPageWords> = { en, ru }

export const consentRefusalTexts: Record<Locale, ConsentRefusalWords> = {
  en: { notGoogle: 'No Google Calendar is set up for you; an administrator can do that', byOrganisation: 'Google Calendar can\'t be connected from here: either it is not set up on this server, or the organisation gives access for everybody' },
  ru: { notGoogle: 'Google Календарь для вас не указан; это может сделать администратор', byOrganisation: 'Подключить Google Календарь отсюда нельзя: он не настроен на этом сервере либо доступ за всех даёт организация' },
}
