// Product rule 2.1 as a table: who wrote to whom, what the client base has, what the manager is told. Read each row as a sentence.
import { nameKey } from '../text/fold'
import { reasonTexts, warningTexts } from '../text/reasons'
import type { MailAddress } from '../domain/message'
import { parseAddress } from './address'
import { domainKeyOf, parseDomain } from './domain-key'
import type { Choice, DomainOwner, ExactEvidence, Hints, Hit, Target } from './evidence'
import { evidenceKeys, hintKeys } from './evidence-keys'
import { domainForms, skeletonOf } from './look-alike'
import { matchByHints, matchExactly } from './match'
import { type OtherSide, otherSide } from './other-side'

interface Row { base: string[]; says: string; en: string; ru: string; also?: string[]; warns?: string[] }

const personsAddress = { en: "contact person's address", ru: 'адрес контактного лица' }
const counterpartysAddress = { en: "counterparty's address", ru: 'адрес контрагента' }
const nobody = { says: 'none: nobody', en: 'nobody in the client base has this address', ru: 'этого адреса нет в базе клиентов' }
const blocked = { says: 'blocked: nobody', en: 'on the list of what is never registered', ru: 'в списке того, что никогда не регистрируется' }
const colleagues = { says: 'own-organisation: nobody', en: 'an email between colleagues', ru: 'письмо между коллегами' }
const ivan = 'person Ivan Petrov (Вектор) <ivan.petrov@vector.example>'
const toOlga = '→ olga@demo.example'

const rows: Record<string, [letter: string, row: Row]> = {
  'a contact person writes': [`ivan.petrov@vector.example ${toOlga}`, { base: [ivan], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'a contact person writes in capital letters': [`IVAN.Petrov@Vector.EXAMPLE ${toOlga}`, { base: [ivan], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'a contact person writes from the second address': [`i.petrov@vector.example ${toOlga}`, { base: [ivan, 'person Ivan Petrov (Вектор) <i.petrov@vector.example>'], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'an address in Cyrillic': [`Чернова@ПРИБОР.example ${toOlga}`, { base: ['person Анна Чернова (Прибор) <чернова@прибор.example>'], says: 'person-address: Анна Чернова (Прибор)', ...personsAddress }],
  'the same domain written in its ASCII form': [`juergen@xn--bcher-kva.example ${toOlga}`, { base: ['person Jürgen Groß (Bücher) <juergen@bücher.example>'], says: 'person-address: Jürgen Groß (Bücher)', ...personsAddress }],
  'nobody has the address, the client itself does': [`info@delta.example ${toOlga}`, { base: ['client Дельта <info@delta.example>'], says: 'counterparty-address: Дельта', ...counterpartysAddress }],
  'a person comes before a counterparty with the same address': [`info@delta.example ${toOlga}`, {
    base: ['client Дельта <info@delta.example>', 'person Мария Климова (Дельта) <info@delta.example>'], says: 'person-address: Мария Климова (Дельта)', ...personsAddress,
  }],
  'another counterparty with the same address is offered': [`info@delta.example ${toOlga}`, {
    base: ['client Холдинг <info@delta.example>', 'person Мария Климова (Дельта) <info@delta.example>'], says: 'person-address: Мария Климова (Дельта)', also: ['Холдинг'], ...personsAddress,
  }],
  'two people share an address: the one in contact last is first': [`office@northwind.example ${toOlga}`, {
    base: ['person Ann Lee (Northwind) <office@northwind.example>', 'person Sam Lee (Northwind) <office@northwind.example> last 2026-10-01', 'person Kim Lee (Northwind) <office@northwind.example> last 2026-11-01'],
    says: 'person-address: Kim Lee (Northwind)', also: ['Sam Lee (Northwind)', 'Ann Lee (Northwind)'], ...personsAddress,
  }],
  'a choice made for a shared address holds': [`office@northwind.example ${toOlga}`, {
    base: ['person Sam Lee (Northwind) <office@northwind.example>', 'person Kim Lee (Northwind) <office@northwind.example> last 2026-11-01', 'always office@northwind.example is Sam Lee'],
    says: 'remembered-choice: Sam Lee (Northwind)', also: ['Kim Lee (Northwind)'], en: 'chosen by Olga on 3 March', ru: 'выбор сделан: Olga, 3 March',
  }],
  'a choice may name a counterparty that has no such address': [`box@broker.example ${toOlga}`, {
    base: ['client Дельта <info@delta.example>', 'always box@broker.example is Дельта'], says: 'remembered-choice: Дельта', en: 'chosen by Olga on 3 March', ru: 'выбор сделан: Olga, 3 March',
  }],
  'a choice that was taken back says nothing': [`office@northwind.example ${toOlga}`, {
    base: ['person Sam Lee (Northwind) <office@northwind.example>', 'forgotten office@northwind.example'], says: 'person-address: Sam Lee (Northwind)', ...personsAddress,
  }],
  'a no-reply sender: the address for answers counts': [`noreply@shop.example ${toOlga}; reply-to ivan.petrov@vector.example`, { base: [ivan], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'an ordinary sender counts, not the address for answers': [`info@delta.example ${toOlga}; reply-to ivan.petrov@vector.example`, { base: [ivan, 'client Дельта <info@delta.example>'], says: 'counterparty-address: Дельта', ...counterpartysAddress }],
  'the form of our own site': [`robot@demo.example ${toOlga}; reply-to ivan.petrov@vector.example`, { base: [ivan], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'a manager writes to a client': ['olga@demo.example → ivan.petrov@vector.example', { base: [ivan], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'a manager writes and has the answers sent elsewhere': ['olga@demo.example → ivan.petrov@vector.example; reply-to olga.home@gmail.com', { base: [ivan], says: 'person-address: Ivan Petrov (Вектор)', ...personsAddress }],
  'a manager writes to several: the first known person counts, a counterparty after': ['olga@demo.example → new@new.example, info@delta.example, ivan.petrov@vector.example', {
    base: [ivan, 'client Дельта <info@delta.example>'], says: 'person-address: Ivan Petrov (Вектор)', also: ['Дельта'], ...personsAddress,
  }],
  'a known person in copy is offered but does not decide': [`stranger@new.example → olga@demo.example; cc ivan.petrov@vector.example`, { base: [ivan], also: ['Ivan Petrov (Вектор)'], ...nobody }],
  'nobody from a list of what is never registered is offered': [`stranger@new.example → olga@demo.example; cc ivan.petrov@vector.example`, { base: [ivan, 'never ivan.petrov@vector.example'], ...nobody }],
  'a client’s own address in copy is offered too': [`stranger@new.example → olga@demo.example; cc info@delta.example`, { base: ['client Дельта <info@delta.example>'], also: ['Дельта'], ...nobody }],
  'colleagues among themselves': ['ivan@demo.example → olga@demo.example, anna@mail.demo.example', { base: [], ...colleagues }],
  'a manager is no client even when the base says so': ['anna@demo.example → olga@demo.example', { base: ['person Anna Orlova (Вектор) <anna@demo.example>'], ...colleagues }],
  'an address that is never registered': [`ivan.petrov@vector.example ${toOlga}`, { base: [ivan, 'never ivan.petrov@vector.example'], ...blocked }],
  'a domain that is never registered, with its sub-domains': [`news@mail.shop.example ${toOlga}`, { base: ['never shop.example'], ...blocked }],
  'one of two recipients is never registered': ['olga@demo.example → lawyer@law.example, info@delta.example', { base: ['never law.example', 'client Дельта <info@delta.example>', 'person Lawyer (Law) <lawyer@law.example>'], says: 'counterparty-address: Дельта', ...counterpartysAddress }],
  'the same mailbox with a tag': [`ivan.petrov+offers@vector.example ${toOlga}`, { base: [ivan], says: 'sub-address: Ivan Petrov (Вектор)', en: 'the same mailbox as ivan.petrov@vector.example', ru: 'тот же ящик, что и ivan.petrov@vector.example' }],
  'dots mean nothing at Gmail': [`gromovip@googlemail.com ${toOlga}`, { base: ['person Павел Громов (Громов) <gromov.ip@gmail.com>'], says: 'sub-address: Павел Громов (Громов)', en: 'the same mailbox as gromov.ip@gmail.com', ru: 'тот же ящик, что и gromov.ip@gmail.com' }],
  'one Yandex mailbox under two names': [`p-gromov@ya.ru ${toOlga}`, { base: ['person Павел Громов (Громов) <p.gromov@yandex.ru>'], says: 'sub-address: Павел Громов (Громов)', en: 'the same mailbox as p.gromov@yandex.ru', ru: 'тот же ящик, что и p.gromov@yandex.ru' }],
  'mail.ru and bk.ru are two mailboxes': [`p.gromov@bk.ru ${toOlga}`, { base: ['person Павел Громов (Громов) <p.gromov@mail.ru>'], ...nobody }],
  'somebody new at a client’s domain': [`new@vector.example ${toOlga}`, { base: ['14 people (Вектор) at vector.example', '1 people (Дельта) at vector.example'], says: 'counterparty-domain: Вектор', en: 'domain vector.example, 14 of 15 people', ru: 'домен vector.example, 14 из 15 человек' }],
  'somebody new at a sub-domain': [`new@msk.vector.example ${toOlga}`, { base: ['2 people (Вектор) at vector.example'], says: 'counterparty-domain: Вектор', en: 'domain vector.example, 2 of 2 people', ru: 'домен vector.example, 2 из 2 человек' }],
  'a client’s own address alone does not make the domain theirs': [`new@delta.example ${toOlga}`, { base: ['client Дельта <info@delta.example>'], ...nobody }],
  'a declared domain where nobody is known yet': [`new@beta.example ${toOlga}`, { base: ['client Beta domain beta.example'], says: 'counterparty-domain: Beta', en: 'domain beta.example, declared as this client’s', ru: 'домен beta.example, указан у этого клиента' }],
  'the declared owner of a domain comes before the most people': [`new@beta.example ${toOlga}`, { base: ['client Beta domain beta.example', '3 people (Дельта) at beta.example'], says: 'counterparty-domain: Beta', en: 'domain beta.example, declared as this client’s', ru: 'домен beta.example, указан у этого клиента' }],
  'two clients with equal claims: both are offered': [`new@park.example ${toOlga}`, { base: ['2 people (Альфа) at park.example', '2 people (Бета) at park.example'], says: 'counterparty-domain: Альфа', also: ['Бета'], en: 'domain park.example, 2 of 4 people', ru: 'домен park.example, 2 из 4 человек' }],
  'a provider’s domain says nothing': [`new@mail.ru ${toOlga}`, { base: ['5 people (Вектор) at mail.ru', 'client Дельта domain mail.ru'], ...nobody }],
  'an address of ten minutes says nothing': [`new@0-mail.com ${toOlga}`, { base: ['5 people (Вектор) at 0-mail.com'], ...nobody }],
  'an Exchange name in place of an address': [`/o=ExchangeLabs/cn=Recipients/cn=5f2 ${toOlga}`, { base: [ivan], ...nobody }],
  'a sender who can’t be read': [`"Ivan" <ivan.petrov@vector.example>:<thief@evil.example> ${toOlga}`, { base: [ivan], ...nobody }],
  'a client’s name over a foreign address': [`Ivan Petrov <ivan.petrov@evil.example> ${toOlga}`, { base: [ivan], warns: ['The name is Ivan Petrov of Вектор, the address is not: ivan.petrov@evil.example'], ...nobody }],
  'the name in another order, with a hidden character': [`Petrov Iv\u200ban | Вектор <boss@gmail.com> ${toOlga}`, { base: [ivan], warns: ['The name is Ivan Petrov of Вектор, the address is not: boss@gmail.com'], ...nobody }],
  'a client’s address in place of the name': [`ivan.petrov@vector.example <thief@evil.example> ${toOlga}`, { base: [ivan], warns: ['The name is Ivan Petrov of Вектор, the address is not: thief@evil.example'], ...nobody }],
  'a client’s person with a new address at the client’s domain is no forger': [`Ivan Petrov <petrov@vector.example> ${toOlga}`, { base: [ivan], says: 'counterparty-domain: Вектор', en: 'domain vector.example, 1 of 1 people', ru: 'домен vector.example, 1 из 1 человек' }],
  'the same person from a spelling of the known mailbox is no forger': [`Павел Громов <gromovip@googlemail.com> ${toOlga}`, {
    base: ['person Павел Громов (Громов) <gromov.ip@gmail.com>'], says: 'sub-address: Павел Громов (Громов)', en: 'the same mailbox as gromov.ip@gmail.com', ru: 'тот же ящик, что и gromov.ip@gmail.com',
  }],
  'another address at the same provider may be anybody’s': [`Павел Громов <gromov77@gmail.com> ${toOlga}`, { base: ['person Павел Громов (Громов) <gromov.ip@gmail.com>'], warns: ['The name is Павел Громов of Громов, the address is not: gromov77@gmail.com'], ...nobody }],
  'in what we write ourselves nobody pretends': ['olga@demo.example → Ivan Petrov <ivan.petrov@vectr.example>', { base: [ivan], ...nobody }],
  'a domain one letter off': [`ivan.petrov@vectr.example ${toOlga}`, { base: [ivan], warns: ['The domain vectr.example looks like vector.example of Вектор, but is another one.'], ...nobody }],
  'a domain in letters of another alphabet': [`ivan.petrov@vеctоr.example ${toOlga}`, { base: [ivan], warns: ['The domain vеctоr.example (xn--vctr-v4d0d.example) looks like vector.example of Вектор, but is another one.'], ...nobody }],
  'a domain with a hidden character is not the client’s': [`ivan.petrov@vec\u200btor.example ${toOlga}`, { base: [ivan], warns: ['The domain vec[U+200B]tor.example looks like vector.example of Вектор, but is another one.'], ...nobody }],
  'a client whose domain is like another client’s is no forger': [`new@vectors.example ${toOlga}`, { base: [ivan, '1 people (Векторс) at vectors.example'], says: 'counterparty-domain: Векторс', en: 'domain vectors.example, 1 of 1 people', ru: 'домен vectors.example, 1 из 1 человек' }],
}

const own = { addressKeys: new Set(['olga@demo.example', 'anna@demo.example']), domainKeys: new Set(['demo.example']) }

it.each(Object.entries(rows))('%s', (_, [letter, row]) => {
  const side = otherSide(readLetter(letter), own)
  const base = readBase(row.base)
  const evidence = base.evidence(side)
  const match = matchExactly(side, evidence) ?? matchByHints(side, base.hints(side), evidence)
  const facts = { ...match.reason, setAt: '3 March' }
  expect({
    says: `${match.rule}: ${match.target ? named(match.target) : 'nobody'}`, en: reasonTexts.en[match.rule](facts), ru: reasonTexts.ru[match.rule](facts),
    also: match.candidates.map(named), warns: match.warnings.map((warning) => warningTexts.en[warning.code](warning.facts)),
  }).toEqual({ also: [], warns: [], says: row.says, en: row.en, ru: row.ru, ...('also' in row && { also: row.also }), ...('warns' in row && { warns: row.warns }) })
  const kinds: Partial<Record<typeof match.rule, string>> = { 'own-organisation': 'internal', blocked: 'none', none: 'none', 'sub-address': 'suggestion', 'counterparty-domain': 'suggestion' }
  expect(match.kind).toBe(kinds[match.rule] ?? (match.target?.personId ? 'person' : 'counterparty'))
})

it('the base is not asked who owns a provider’s domain', () => {
  const side = otherSide(readLetter('olga@demo.example → new@gmail.com, new@vector.example'), own)
  expect(hintKeys(side).domainKeys).toEqual(['vector.example'])
})

function readLetter(letter: string) {
  const [from = '', rest = ''] = letter.split(' → ')
  const [to = '', ...more] = rest.split('; ')
  const list = (header: string): MailAddress[] => more.filter((part) => part.startsWith(header)).flatMap((part) => part.slice(header.length).split(', ').map(readParty))
  return { from: readParty(from), to: to.split(', ').map(readParty), cc: list('cc '), replyTo: list('reply-to ') }
}

function readParty(text: string): MailAddress {
  const [, name, address] = /^([^"<>]+) <([^<>]+)>$/.exec(text) ?? []
  return { name: name ?? '', address: address ?? text }
}

/** The client base as a repository would answer from it. Ids are names. */
function readBase(lines: string[]) {
  const persons: (Hit & { mailboxKey: string; domainKey: string; address: string })[] = []
  const clients: typeof persons = []
  const declared: [client: string, domainKey: string][] = []
  const choices: Choice[] = []
  const never = new Set<string>()
  const add = (list: typeof persons, target: Target, address: string, last?: string) => {
    const keys = parseAddress(address)
    if (keys) list.push({ ...keys, ...target, lastContactAt: last ? Date.parse(last) : null })
  }
  for (const line of lines) {
    const [, kind, name, client = null, address, domain, last] = /^(person|client) (.+?)(?: \((.+)\))?(?: <(.+)>)?(?: domain (\S+))?(?: last (\S+))?$/.exec(line) ?? []
    const [, count, crowd = '', at] = /^(\d+) people \((.+)\) at (\S+)$/.exec(line) ?? []
    const [, chosenFor, chosen = ''] = /^always (\S+) is (.+)$/.exec(line) ?? []
    if (kind === 'person' && name && address) add(persons, { personId: name, counterpartyId: client }, address, last)
    if (kind === 'client' && name && address) add(clients, { personId: null, counterpartyId: name }, address, last)
    if (kind === 'client' && name && domain) declared.push([name, parseDomain(domain)?.domainKey ?? ''])
    for (let i = 0; i < Number(count ?? 0); i++) add(persons, { personId: `${crowd} ${i}`, counterpartyId: crowd }, `person${i}.${crowd}@${at}`)
    const isPerson = persons.some((hit) => hit.personId === chosen)
    if (chosenFor) choices.push({ addressKey: chosenFor, personId: isPerson ? chosen : null, counterpartyId: isPerson ? null : chosen, setBy: 'Olga', setAt: 1 })
    if (line.startsWith('never ')) never.add(line.slice(6))
    if (line.startsWith('forgotten ')) choices.push({ addressKey: line.slice(10), personId: null, counterpartyId: null, setBy: 'Olga', setAt: 1 })
  }
  const known = [...persons.filter((hit) => hit.counterpartyId), ...clients].map((hit) => [hit.counterpartyId ?? '', hit.domainKey] as const).concat(declared)
  const domainsOf = (client: string | null) => known.filter(([name]) => name === client).map(([, key]) => key)
  const namesake = (hit: Target) => ({ nameKey: nameKey(hit.personId ?? ''), name: hit.personId ?? hit.counterpartyId ?? '', counterpartyId: hit.counterpartyId, counterparty: hit.counterpartyId ?? '', domainKeys: domainsOf(hit.counterpartyId) })
  const owner = (domainKey: string, client: string): DomainOwner => {
    const there = persons.filter((hit) => hit.domainKey === domainKey)
    return { domainKey, counterpartyId: client, declared: declared.some(([name, key]) => name === client && key === domainKey), people: there.filter((hit) => hit.counterpartyId === client).length, peopleAtDomain: there.length }
  }
  const evidence = (side: OtherSide): ExactEvidence => {
    const asked = evidenceKeys(side)
    const keys = new Set([...asked.main, ...asked.others])
    const hits = (list: Hit[]) => list.filter((hit) => keys.has(hit.addressKey))
    return { persons: hits(persons), counterparties: hits(clients), choices, blocked: new Set([...keys, ...asked.domainKeys].filter((key) => never.has(key))) }
  }
  const hints = (side: OtherSide): Hints => {
    const asked = hintKeys(side)
    const alike = (key: string) => skeletonOf(key) === asked.skeleton || domainForms(key).some((form) => asked.forms.includes(form))
    const everybody = [...persons, ...clients]
    return {
      subAddresses: everybody.filter((hit) => asked.mailboxKeys.includes(hit.mailboxKey)),
      domainOwners: asked.domainKeys.flatMap((key) => [...new Set(known.filter(([, domainKey]) => domainKey === key).map(([client]) => client))].map((client) => owner(key, client))),
      similarDomains: known.filter(([, key]) => alike(key)).map(([client, domainKey]) => ({ domainKey: domainKeyOf(domainKey), counterpartyId: client, counterparty: client })),
      namesakes: everybody.map(namesake).filter((one) => asked.nameKeys.includes(one.nameKey)),
      addressesInName: everybody.filter((hit) => asked.addressKeysInName.includes(hit.addressKey)).map(namesake),
    }
  }
  return { evidence, hints }
}

function named({ personId, counterpartyId }: Target): string {
  return personId ? `${personId} (${counterpartyId})` : String(counterpartyId)
}
