import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

/** Words of the card that registers a whole conversation in Gmail; what an email is is said in the words of group registration (`group-pane.ts`). */
export interface ConversationCardWords {
  emails: (count: number) => string; ready: (count: number) => string; left: (count: number) => string; nothingReady: string
  registerTicked: string; registerAll: (count: number) => string; tickOne: string; older: (count: number) => string; newest: string
  chooseClient: string; withoutText: string; files: (count: number) => string; onlyOpen: string; why: string; administrator: string
}

const en: ConversationCardWords = {
  emails: (count) => `${count} ${count === 1 ? 'email' : 'emails'} of this conversation`,
  ready: (count) => `${count} ${count === 1 ? 'email is' : 'emails are'} ready to register. Untick what should stay out.`, left: (count) => `${count} ${count === 1 ? 'email' : 'emails'} left as before.`, nothingReady: 'There is nothing here that could be registered at once.',
  registerTicked: 'Register the ticked ones', registerAll: (count) => `Register all ${count}`, tickOne: 'Tick at least one email.', older: (count) => `${count} older`, newest: 'The newest ones',
  chooseClient: 'open the email to choose its client', withoutText: 'without its text: it is too long', files: (count) => `${count} ${count === 1 ? 'file' : 'files'}`,
  onlyOpen: 'Only the open email can be seen here',
  why: 'Google shows the rest of a conversation only with a permission that Counterpane does not have in your Gmail.',
  administrator: 'An administrator can change that: deploy the add-on with the scope gmail.addons.current.message.readonly (the manifest made with --conversations), then agree to it when Gmail asks.',
}

const letters = (count: number) => russianCount(count, 'письмо', 'письма', 'писем')
const ru: ConversationCardWords = {
  emails: (count) => `В этой переписке: ${letters(count)}`,
  ready: (count) => `Можно зарегистрировать: ${letters(count)}. Снимите отметку с лишних.`, left: (count) => `Без изменений: ${letters(count)}.`, nothingReady: 'Сразу зарегистрировать здесь нечего.',
  registerTicked: 'Зарегистрировать отмеченные', registerAll: (count) => `Зарегистрировать все: ${count}`, tickOne: 'Отметьте хотя бы одно письмо.', older: (count) => `Более ранние: ${count}`, newest: 'К новым',
  chooseClient: 'откройте письмо, чтобы выбрать клиента', withoutText: 'без текста: он слишком длинный', files: (count) => russianCount(count, 'файл', 'файла', 'файлов'),
  onlyOpen: 'Здесь видно только открытое письмо',
  why: 'Остальную переписку Google показывает только с разрешением, которого у Counterpane в вашем Gmail нет.',
  administrator: 'Администратор может это изменить: развернуть дополнение с областью доступа gmail.addons.current.message.readonly (манифест с ключом --conversations), а затем согласиться, когда Gmail спросит.',
}

export const conversationCardTexts: Record<Locale, ConversationCardWords> = { en, ru }
