import { ownDomain, teams } from './seed-managers'
import type { SeedRow } from './seed-tables'
import type { ContactTypeId, Language } from './seed-story'

export const firms: Readonly<Record<Language, { id: string; name: string }>> = { ru: { id: 'firm-kontur', name: 'ООО «Контур Плюс»' }, en: { id: 'firm-contour', name: 'Contour Plus Ltd' } }

const contactTypes: readonly (readonly [ContactTypeId, string, string])[] = [
  ['ct-first', 'First approach', 'Первое обращение'], ['ct-price', 'Price talk', 'Обсуждение цены'], ['ct-offer', 'Offer', 'Коммерческое предложение'], ['ct-samples', 'Samples', 'Образцы'],
  ['ct-contract', 'Contract', 'Договор'], ['ct-claim', 'Claim', 'Рекламация'], ['ct-payment', 'Payment', 'Оплата'], ['ct-service', 'Service', 'Обслуживание'], ['ct-congratulation', 'Congratulation', 'Поздравление'],
]
export const adSources: readonly { id: string; name: string }[] = [
  { id: 'ad-site', name: 'Website / Сайт' }, { id: 'ad-search', name: 'Search ads / Реклама в поиске' }, { id: 'ad-fair', name: 'Trade fair / Выставка' },
  { id: 'ad-advice', name: 'Recommendation / Рекомендация' }, { id: 'ad-press', name: 'Trade press / Отраслевой журнал' },
]

export function* dictionaryRows(): Iterable<SeedRow> {
  for (const firm of [firms.ru, firms.en]) yield { table: 'Firm', row: firm }
  for (const team of teams) yield { table: 'Team', row: { ...team } }
  yield { table: 'OwnDomain', row: { domainKey: ownDomain } }
  for (const [id, name, nameRu] of contactTypes) yield { table: 'ContactType', row: { id, name, nameRu } }
  for (const adSource of adSources) yield { table: 'AdSource', row: adSource }
}
