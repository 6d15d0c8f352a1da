import type { Locale } from '../domain/codes'
import { homeTexts } from './home-pane'
import { meetingTexts } from './meeting-pane'
import { paneTexts } from './pane'

/** Words of the Gmail card that stands where no email is open: the manager's day. What the Outlook pane says too is said by its words. */
const en = {
  ...common('en'),
  noEmail: 'No email is open. Open one to see who wrote, or find a client.',
  count: (title: string, count: number) => `${title} ${count}`,
  journal: 'Open the journal', moreTasks: (count: number) => `All tasks (${count} more)`, moreInJournal: (count: number) => `${count} more in the journal`,
  allHeld: (count: number) => `All ${count} held`, nothingToDo: 'Open an email to register it, or plan the next step with a client.',
}
export type HomeCardWords = typeof en

const ru: HomeCardWords = {
  ...common('ru'),
  noEmail: 'Письмо не открыто. Откройте письмо, чтобы увидеть, кто написал, или найдите клиента.',
  count: (title, count) => `${title}: ${count}`,
  journal: 'Открыть журнал', moreTasks: (count) => `Все задачи (ещё ${count})`, moreInJournal: (count) => `Ещё ${count} в журнале`,
  allHeld: (count) => `Все состоялись (${count})`, nothingToDo: 'Откройте письмо, чтобы зарегистрировать его, или запланируйте следующий шаг с клиентом.',
}

function common(locale: Locale) {
  const { title, findClient, overdue, today, plannedToday, withoutOutcome, registeredToday, by, free, nothingRegistered, allHeldDone, notAllHeld, openInJournal } = homeTexts[locale]
  const { ended, heldDone, notHeldDone } = meetingTexts[locale]
  const { done, refresh } = paneTexts[locale]
  return { title, findClient, overdue, today, plannedToday, withoutOutcome, registeredToday, by, free, nothingRegistered, allHeldDone, notAllHeld, openInJournal, ended, heldDone, notHeldDone, done, refresh }
}

export const homeCardTexts: Record<Locale, HomeCardWords> = { en, ru }
