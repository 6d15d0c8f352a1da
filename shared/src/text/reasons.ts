import type { Locale, MatchRule, WarningCode } from '../domain/codes'

/** What a reason may need beside its rule. `people` of `peopleAtDomain` belong to the counterparty; `setAt` is already worded. */
export interface ReasonFacts { domain?: string; people?: number; peopleAtDomain?: number; declared?: boolean; setBy?: string; setAt?: string; address?: string }

type Words = Record<MatchRule, (facts: ReasonFacts) => string>

const en: Words = {
  'person-address': () => "contact person's address",
  'counterparty-address': () => "counterparty's address",
  'remembered-choice': ({ setBy, setAt }) => `chosen by ${setBy} on ${setAt}`,
  'sub-address': ({ address }) => `the same mailbox as ${address}`,
  'counterparty-domain': ({ domain, people, peopleAtDomain, declared }) =>
    `domain ${domain}, ${declared && !people ? 'declared as this client’s' : `${people} of ${peopleAtDomain} people`}`,
  'own-organisation': () => 'an email between colleagues',
  blocked: () => 'on the list of what is never registered',
  none: () => 'nobody in the client base has this address',
}

const ru: Words = {
  'person-address': () => 'адрес контактного лица',
  'counterparty-address': () => 'адрес контрагента',
  'remembered-choice': ({ setBy, setAt }) => `выбор сделан: ${setBy}, ${setAt}`,
  'sub-address': ({ address }) => `тот же ящик, что и ${address}`,
  'counterparty-domain': ({ domain, people, peopleAtDomain, declared }) =>
    `домен ${domain}, ${declared && !people ? 'указан у этого клиента' : `${people} из ${peopleAtDomain} человек`}`,
  'own-organisation': () => 'письмо между коллегами',
  blocked: () => 'в списке того, что никогда не регистрируется',
  none: () => 'этого адреса нет в базе клиентов',
}
export const reasonTexts: Record<Locale, Words> = { en, ru }

export interface WarningFacts { name: string; counterparty: string; address: string; domain: string; knownDomain: string }
type WarningWords = Record<WarningCode, (facts: WarningFacts) => string>

export const warningTexts: Record<Locale, WarningWords> = {
  en: {
    'look-alike-domain': ({ domain, knownDomain, counterparty }) => `The domain ${domain} looks like ${knownDomain} of ${counterparty}, but is another one.`,
    'name-of-known-client': ({ name, counterparty, address }) => `The name is ${name}${counterparty ? ` of ${counterparty}` : ''}, the address is not: ${address}`,
  },
  ru: {
    'look-alike-domain': ({ domain, knownDomain, counterparty }) => `Домен ${domain} похож на ${knownDomain} (${counterparty}), но это другой домен.`,
    'name-of-known-client': ({ name, counterparty, address }) => `Имя — ${name}${counterparty ? `, ${counterparty}` : ''}, а адрес чужой: ${address}`,
  },
}
