import type { Locale } from '@counterpane/shared/domain/codes'

/** A detail of a contact: any further named fact. Its kind is read off the value, since a record holds values only. */
export const detailKinds = ['text', 'number', 'date', 'yes-no', 'link'] as const
export type DetailKind = (typeof detailKinds)[number]
export interface Detail { name: string; kind: DetailKind; value: string }
export type DetailProblem = 'needName' | 'twice' | 'badNumber' | 'badDate' | 'badLink'

export const isLink = (text: string) => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

export function kindOf(value: unknown): DetailKind {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'yes-no'
  if (typeof value !== 'string') return 'text'
  return isDate(value) ? 'date' : isLink(value) ? 'link' : 'text'
}
const textOf = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))

export const detailsOf = (attributes: Record<string, unknown>): Detail[] => Object.entries(attributes).map(([name, value]) => ({ name, kind: kindOf(value), value: textOf(value) }))

function valueOf({ kind, value }: Detail): string | number | boolean {
  if (kind === 'number') return Number(value.trim().replace(',', '.'))
  return kind === 'yes-no' ? value === 'true' : kind === 'text' ? value : value.trim()
}
/** As the API takes them; a row that nobody has begun to fill in is none. */
export const attributesOf = (details: readonly Detail[]): Record<string, string | number | boolean> => Object.fromEntries(details.filter((one) => !isBlank(one)).map((one) => [one.name.trim(), valueOf(one)]))

const isBlank = ({ name, value, kind }: Detail) => name.trim() === '' && (value.trim() === '' || kind === 'yes-no')

/** What hinders a row from being saved; null when nothing does. */
export function problemOf(details: readonly Detail[], index: number): DetailProblem | null {
  const detail = details[index]
  if (!detail || isBlank(detail)) return null
  const name = detail.name.trim()
  const value = detail.value.trim()
  if (name === '') return 'needName'
  if (details.some((other, at) => at < index && other.name.trim() === name)) return 'twice'
  if (detail.kind === 'number' && (value === '' || !Number.isFinite(Number(value.replace(',', '.'))))) return 'badNumber'
  if (detail.kind === 'date' && !isDate(value)) return 'badDate'
  return detail.kind === 'link' && !isLink(value) ? 'badLink' : null
}
export const detailsFit = (details: readonly Detail[]) => details.every((_, index) => problemOf(details, index) === null)

interface Words { yes: string; no: string }
/** A detail as a person reads it. */
export function detailText({ kind, value }: Detail, locale: Locale, { yes, no }: Words): string {
  const language = locale === 'en' ? 'en-GB' : 'ru-RU'
  if (kind === 'yes-no') return value === 'true' ? yes : no
  if (kind === 'number' && value.trim() !== '') return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(Number(value.replace(',', '.')))
  if (kind === 'date' && isDate(value)) return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value))
  return value
}
