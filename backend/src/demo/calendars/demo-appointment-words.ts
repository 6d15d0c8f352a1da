import type { Random } from '../../../prisma/seed/seed-random'
import type { DemoGuest } from './demo-team'

type Language = 'ru' | 'en'
interface Words { meetings: readonly string[]; calls: readonly string[]; texts: readonly string[]; places: readonly string[]; team: string; room: string; status: (client: string) => string; dentist: string; lunch: string; away: string; candidate: string }

const ru: Words = {
  meetings: ['Цены на следующий квартал', 'Согласование договора поставки', 'Презентация новой линейки', 'Приёмка пробной партии', 'План отгрузок', 'Разбор рекламации', 'Годовые условия', 'Выезд на склад'],
  calls: ['Звонок: условия оплаты', 'Звонок: сроки отгрузки', 'Звонок по спецификации'],
  texts: ['Повестка: сроки, цена, кто что готовит к следующей встрече.', 'Просим подготовить остатки и прогноз на месяц.', 'Посмотрим образцы и договоримся о первой партии.', ''],
  places: ['Офис клиента', 'Наш офис, переговорная 1', 'Склад, ворота 4', 'Бизнес-центр «Север», 5 этаж'],
  team: 'Планёрка отдела', room: 'Переговорная 2', status: (client) => `Статус по заказам: ${client}`, dentist: 'Стоматолог', lunch: 'Обед', away: 'Отпуск', candidate: 'Знакомство: новый поставщик упаковки',
}
const en: Words = {
  meetings: ['Prices for the next quarter', 'Supply contract, last open points', 'New range: presentation', 'Acceptance of the trial batch', 'Delivery plan', 'Claim: what happened and what next', 'Yearly terms', 'Visit to the warehouse'],
  calls: ['Call: terms of payment', 'Call: delivery dates', 'Call about the specification'],
  texts: ['Agenda: dates, price, who prepares what.', 'Please bring the stock figures and the forecast.', 'We look at the samples and agree on the first batch.', ''],
  places: ['Client\'s office', 'Our office, room 1', 'Warehouse, gate 4', 'North Business Centre, 5th floor'],
  team: 'Team meeting', room: 'Room 2', status: (client) => `Order status: ${client}`, dentist: 'Dentist', lunch: 'Lunch', away: 'Holiday', candidate: 'First talk: a new packaging supplier',
}

export const wordsFor = (language: Language): Words => (language === 'ru' ? ru : en)
export const languageOf = ({ name, client }: Pick<DemoGuest, 'name' | 'client'>): Language => (/[а-яё]/i.test(name + client) ? 'ru' : 'en')

const firm = (client: string) => client.replace(/^(ООО|АО|ТД|НПО|ИП)\s+/, '').replace(/[«»]/g, '')

export interface Invented { subject: string; text: string; location: string; online: string | null; minutes: number }
/** What a meeting with a client is about and where; online when `link` is given a number of its own. */
export function inventMeeting(random: Random, guest: DemoGuest, link: string): Invented {
  const words = wordsFor(languageOf(guest))
  const share = random.next()
  const text = random.pick(words.texts)
  if (share < 0.2) return { subject: `${random.pick(words.calls)}, ${firm(guest.client)}`, text, location: '', online: null, minutes: 30 }
  const subject = `${firm(guest.client)}: ${random.pick(words.meetings)}`
  if (share < 0.6) return { subject, text, location: '', online: link, minutes: random.pick([30, 45, 60]) }
  return { subject, text, location: random.pick(words.places), online: null, minutes: random.pick([60, 60, 90]) }
}
export const statusOf = (guest: DemoGuest): string => wordsFor(languageOf(guest)).status(firm(guest.client))
