import type { Locale } from '../domain/codes'
import { russianCount } from './russian-count'

interface Said { title: string; advice: string }
/** What the Gmail cards say when Gmail does not do what it was asked, and why a file was not kept. */
export interface GmailFailureWords {
  deleted: Said; notYours: Said; notAllowed: Said; tooLarge: Said; outage: Said
  timedOut: (seconds: number) => Said; waitFor: (seconds: number) => Said; waitAWhile: Said
  goBack: string
  file: { notGiven: string; late: string; gone: string; noTime: string; noRecord: string }
}

const saved = 'Nothing was registered.'
const en: GmailFailureWords = {
  deleted: { title: 'This email is no longer in Gmail', advice: 'It was deleted, or moved out of your mailbox. What is registered of it stays in the journal.' },
  notYours: { title: 'This email cannot be read', advice: `Gmail does not give it to you. ${saved}` },
  notAllowed: { title: 'Gmail needs your permission', advice: `Counterpane is not allowed to do this in your mailbox yet. Open the email again and agree when Gmail asks. ${saved}` },
  tooLarge: { title: 'This email is too large', advice: `It is larger than an email that can be read here. ${saved}` },
  outage: { title: 'Gmail cannot answer now', advice: `Gmail itself has a problem at the moment. ${saved} Try again in a minute.` },
  timedOut: (seconds) => ({ title: `Gmail did not answer within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`, advice: `${saved} Try again; your mail is not affected.` }),
  waitFor: (seconds) => ({ title: 'Gmail asks to wait', advice: `Too much was asked of it at once. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. ${saved}` }),
  waitAWhile: { title: 'Gmail asks to wait', advice: `Too much was asked of it at once. Try again in a minute. ${saved}` },
  goBack: 'Go back with the arrow above: what you filled in is still there. Then press the button again.',
  file: { notGiven: 'Gmail did not give it', late: 'Gmail did not give it in time', gone: 'it is no longer in Gmail', noTime: 'there was no time left for it; open the email and keep it from there', noRecord: 'the registered email has no such file' },
}

const nothing = 'Ничего не зарегистрировано.'
const seconds = (count: number) => russianCount(count, 'секунду', 'секунды', 'секунд')
const ru: GmailFailureWords = {
  deleted: { title: 'Этого письма больше нет в Gmail', advice: 'Письмо удалено или убрано из вашего ящика. То, что зарегистрировано, остаётся в журнале.' },
  notYours: { title: 'Это письмо нельзя прочитать', advice: `Gmail его не отдаёт. ${nothing}` },
  notAllowed: { title: 'Gmail нужно ваше разрешение', advice: `Counterpane пока нельзя делать это в вашем ящике. Откройте письмо ещё раз и согласитесь, когда Gmail спросит. ${nothing}` },
  tooLarge: { title: 'Письмо слишком большое', advice: `Оно больше, чем можно прочитать здесь. ${nothing}` },
  outage: { title: 'Gmail сейчас не может ответить', advice: `Неполадка на стороне Gmail. ${nothing} Повторите через минуту.` },
  timedOut: (count) => ({ title: `Gmail не ответил за ${seconds(count)}`, advice: `${nothing} Повторите; на почту это не влияет.` }),
  waitFor: (count) => ({ title: 'Gmail просит подождать', advice: `Слишком много запросов сразу. Повторите через ${seconds(count)}. ${nothing}` }),
  waitAWhile: { title: 'Gmail просит подождать', advice: `Слишком много запросов сразу. Повторите через минуту. ${nothing}` },
  goBack: 'Вернитесь стрелкой вверху: заполненное сохранилось. Затем нажмите кнопку ещё раз.',
  file: { notGiven: 'Gmail не отдал файл', late: 'Gmail не отдал файл вовремя', gone: 'файла больше нет в Gmail', noTime: 'на файл не хватило времени; откройте письмо и сохраните его оттуда', noRecord: 'у зарегистрированного письма нет такого файла' },
}

export const gmailFailureTexts: Record<Locale, GmailFailureWords> = { en, ru }
