import { foldText } from '@counterpane/shared/text/fold'

/** Several addresses in one cell, with or without names beside them. Google puts ":::" between values. */
export function addressesIn(text: string): string[] {
  const inAngles = [...text.matchAll(/<([^<>]+)>/g)].map((found) => found[1]?.trim() ?? '')
  const rest = text.replace(/("[^"]*"\s*|[^<>;,\n]*)<[^<>]+>/g, ' ')
  return [...inAngles, ...rest.split(/[\s;,]+|:::/)].map((one) => one.replace(/^mailto:/i, '')).filter((one) => one !== '')
}

/** Several phones in one cell. A comma before an extension does not end a phone. */
export const phonesIn = (text: string) => text.split(/\s*(?:[;\n|]|:::)\s*|\s*,\s*(?=[+\d(])|\s+\/\s+/).map((one) => one.trim()).filter((one) => /\d/.test(one))

/** The host of a web address, or of what people write for one. */
export function domainIn(text: string): string | null {
  const host = text.trim().replace(/^[a-z]+:\/\//i, '').replace(/[/?#].*$/, '').replace(/:\d+$/, '').replace(/^www\./i, '')
  return /^[^\s@]+\.[^\s@.]{2,}$/u.test(host) ? host : null
}

/** A date as people write it: 1979-11-26, 26.11.1979, 11/26/1979, 19791126. Null: it is none, or one without a year. */
export function dateIn(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/.exec(text)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s.*)?$/.exec(text)
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dotted ? [dotted[3], dotted[2], dotted[1]] : slashed ? [slashed[3], ...monthFirst(slashed[1], slashed[2])] : []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date || Number(year) < 1 ? null : date
}
/** With strokes the month stands first (Outlook, Google), unless that can't be. */
const monthFirst = (a = '', b = '') => (Number(a) > 12 ? [b, a] : [a, b])

const yes = new Set(['да', 'yes', 'y', 'true', '1', 'x', '+', 'vip', 'вип', 'истина', 'ja', 'oui'])
const no = new Set(['нет', 'no', 'n', 'false', '0', '-', 'ложь', 'nein', 'non'])
export function yesIn(text: string): boolean | null {
  const word = foldText(text)
  return yes.has(word) ? true : no.has(word) ? false : null
}

const kinds: Record<string, string> = {
  клиент: 'client', покупатель: 'client', заказчик: 'client', customer: 'client', дилер: 'dealer', дистрибьютор: 'dealer', партнер: 'dealer', reseller: 'dealer', partner: 'dealer',
  поставщик: 'supplier', vendor: 'supplier', конкурент: 'competitor', 'частное лицо': 'private', 'физическое лицо': 'private', физлицо: 'private', 'физ. лицо': 'private', individual: 'private', 'private client': 'private',
}
/** A word of ours for a kind of client, or theirs as it stands. */
export const kindIn = (text: string): string | null => kinds[foldText(text)] ?? (['client', 'dealer', 'supplier', 'competitor', 'private'].find((kind) => kind === foldText(text)) ?? text)
