/** The code runs as CommonJS: a list is loaded when it is asked for first, and most answers never ask. */
declare const require: (name: string) => unknown

/** What the kept list of providers misses: Russia and its neighbours above all, relays that hide an address, mail for anybody. */
const alsoFree = [
  'mail.ru', 'bk.ru', 'list.ru', 'inbox.ru', 'internet.ru', 'xmail.ru', 'mail.ua', 'vk.com', 'vk.ru', 'ya.ru', 'yandex.com.tr', 'narod.ru', 'rambler.ru', 'rambler.ua', 'lenta.ru',
  'autorambler.ru', 'myrambler.ru', 'ro.ru', 'r0.ru', 'pochta.ru', 'qip.ru', 'hotbox.ru', 'nm.ru', 'km.ru', 'sibmail.com', 'e1.ru', 'ngs.ru', '74.ru', 'nxt.ru', 'tut.by', 'mail.by', 'mail.kz',
  'bigmir.net', 'meta.ua', 'email.ua', 'ukr.net', 'i.ua', 'tuta.io', 'tuta.com', 'tutanota.com', 'tutamail.com', 'tutanota.de', 'fastmail.com', 'proton.me', 'pm.me', 'duck.com', 'mozmail.com',
  'simplelogin.com', 'simplelogin.io', 'appleid.com', 'skiff.com', 'mail.ee', 'bluewin.ch', 'gmx.ch', 'posteo.de', 'posteo.net', 'disroot.org', 'riseup.net', 'cock.li',
]
/** Families that give mail under many national suffixes. */
const families = /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|ymail|gmx|yandex|icloud)\.(?:com?\.)?(?:com|net|[a-z]{2})$/
/** Reserved names and firms that stand on the kept list though nobody outside gets an address there. */
const notFree = new Set(['example.com', 'test.com', 'yourdomain.com', 'mydomain.com', 'alibaba.com', 'discovery.com', 'name.com', 'oath.com', 'medscape.com'])

/**
 * Does the provider give addresses to anybody, so that its domain says nothing about a firm? The long list (8,760 names) rather than the common one (355): a provider missed
 * makes a wrong suggestion to a manager, a firm taken for a provider only makes none.
 */
export function isFreeMail(domainKey: string): boolean {
  if (notFree.has(domainKey)) return false
  return families.test(domainKey) || freeMail().has(domainKey)
}

/** Does the domain give addresses that live for minutes? */
export function isDisposable(domainKey: string): boolean {
  return disposable().has(domainKey)
}

/** Nobody's own: no client is guessed from such a domain. */
export function belongsToNobody(domainKey: string): boolean {
  return isFreeMail(domainKey) || isDisposable(domainKey)
}

const freeMail = once(() => new Set([...kept('email-providers/all.json'), ...alsoFree]))
const disposable = once(() => new Set([...kept('disposable-email-domains'), ...kept('disposable-email-domains/wildcard.json')]))

function kept(list: string): string[] {
  const names = require(list)
  if (!Array.isArray(names) || names.length < 100) throw new Error(`the list ${list} is not what it was`)
  return names.filter((name) => typeof name === 'string')
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Reads both lists before anybody asks: the first time costs a tenth of a second. */
export function warmLists(): void {
  belongsToNobody('')
}
