import type { Locale } from '../domain/codes'
import { composeTexts, type ComposeTexts } from './compose-pane'
import { historyTexts, type HistoryTexts } from './history-pane'
import { russianCount } from './russian-count'

type InThePane = Pick<ComposeTexts, 'title' | 'noRecipients' | 'unknown' | 'unknownMain' | 'dangerTitle' | 'dangerOf'> & Pick<HistoryTexts, 'noAddress' | 'withoutChain' | 'quoteHead'>
/** Why a contact's file does not go along with a draft. */
export type LeftOutWhy = 'notKept' | 'tooLarge' | 'lost' | 'refused'
/** Words of the card beside an email that is being written in Gmail, and of a draft that was started from a contact. */
export interface ComposeCardWords extends InThePane {
  openAgain: string; more: (count: number) => string; lastWords: string; whenSent: string; openTasks: (count: number) => string; task: string; note: string
  draftMade: string; joinsChain: string; attached: (count: number) => string; notAttached: (names: string, why: string) => string; leftOutWhy: Record<LeftOutWhy, (limit: string) => string>
}

function asInThePane(locale: Locale): InThePane {
  const { title, noRecipients, unknown, unknownMain, dangerTitle, dangerOf } = composeTexts[locale]
  const { noAddress, withoutChain, quoteHead } = historyTexts[locale]
  return { title, noRecipients, unknown, unknownMain, dangerTitle, dangerOf, noAddress, withoutChain, quoteHead }
}

const en: ComposeCardWords = {
  ...asInThePane('en'),
  openAgain: 'Then open Counterpane here again: Gmail does not tell when recipients change.', more: (count) => `and ${count} more ${count === 1 ? 'recipient' : 'recipients'}`, lastWords: 'Last words',
  whenSent: 'Gmail does not tell add-ons when an email is sent. To register it, open it among the sent ones and press Register.',
  openTasks: (count) => `${count} open ${count === 1 ? 'task' : 'tasks'}`, task: 'New task', note: 'Note',
  draftMade: 'The draft is made.', joinsChain: 'When it is sent, open it and press Register: it joins this contact.',
  attached: (count) => `${count} ${count === 1 ? 'file is' : 'files are'} attached.`, notAttached: (names, why) => `Not attached: ${names} (${why}).`,
  leftOutWhy: { notKept: () => 'not kept here', tooLarge: (limit) => `a draft takes at most ${limit} of files`, lost: () => 'the content could not be read', refused: () => 'Gmail did not take it' },
}
const ru: ComposeCardWords = {
  ...asInThePane('ru'),
  openAgain: 'Затем откройте Counterpane здесь ещё раз: Gmail не сообщает, когда получатели меняются.', more: (count) => `и ещё ${russianCount(count, 'получатель', 'получателя', 'получателей')}`, lastWords: 'Последние слова',
  whenSent: 'Gmail не сообщает дополнениям об отправке. Чтобы зарегистрировать письмо, откройте его среди отправленных и нажмите «Зарегистрировать».',
  openTasks: (count) => russianCount(count, 'открытая задача', 'открытые задачи', 'открытых задач'), task: 'Новая задача', note: 'Заметка',
  draftMade: 'Черновик создан.', joinsChain: 'После отправки откройте письмо и нажмите «Зарегистрировать»: оно свяжется с этим контактом.',
  attached: (count) => `Приложено: ${russianCount(count, 'файл', 'файла', 'файлов')}.`, notAttached: (names, why) => `Не приложено: ${names} (${why}).`,
  leftOutWhy: { notKept: () => 'здесь не сохранено', tooLarge: (limit) => `файлы черновика вместе не больше ${limit}`, lost: () => 'содержимое не удалось прочитать', refused: () => 'Gmail не принимает' },
}
export const composeCardTexts: Record<Locale, ComposeCardWords> = { en, ru }
