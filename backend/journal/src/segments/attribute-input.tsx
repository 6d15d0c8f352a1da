import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import type { Locale } from '@counterpane/shared/domain/codes'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Field, Input, Select } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { attributeName } from './use-rule-names'

export type AttributeValue = string | number | boolean | null
interface Props { defined: AttributeDefinition; value: AttributeValue; problem: string | undefined; onChange: (value: AttributeValue) => void }

/** A value of a defined detail, in the way of its type. What stands there stays a choice when the list has lost it. */
export function AttributeInput({ defined, value, problem, onChange }: Props) {
  const { locale } = useSurroundings()
  const { details: text } = segmentsTexts[locale]
  const { type, options, checks } = defined
  const field = { label: attributeName(defined, locale), required: checks.required ?? false, validationMessage: problem }
  const shown = value === null ? '' : String(value)
  if (type === 'flag') return <Field {...field}><Select value={shown} onChange={(_, data) => onChange(data.value === '' ? null : data.value === 'true')}><option value="">{text.unset}</option><option value="true">{text.yes}</option><option value="false">{text.no}</option></Select></Field>
  if (type === 'choice') {
    const all = shown === '' || options.includes(shown) ? options : [shown, ...options]
    return <Field {...field}><Select value={shown} onChange={(_, data) => onChange(data.value || null)}><option value="">{text.unset}</option>{all.map((one) => <option key={one} value={one}>{one}</option>)}</Select></Field>
  }
  if (type === 'number') return <Field {...field}><Input type="number" step="any" min={checks.min} max={checks.max} value={shown} onChange={(_, data) => onChange(data.value === '' || Number.isNaN(Number(data.value)) ? null : Number(data.value))} /></Field>
  return <Field {...field} hint={checks.pattern && text.likeMask(checks.pattern)}><Input type={type === 'date' ? 'date' : type === 'link' ? 'url' : 'text'} maxLength={checks.maxLength ?? 10_000} value={shown} onChange={(_, data) => onChange(data.value || null)} /></Field>
}

/** A value as a person reads it. */
export function useAttributeText() {
  const { locale } = useSurroundings()
  const { details: text } = segmentsTexts[locale]
  return (value: unknown, type: AttributeDefinition['type'] | undefined): string => {
    if (typeof value === 'boolean') return value ? text.yes : text.no
    if (typeof value === 'number') return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { maximumFractionDigits: 20 }).format(value)
    if (type === 'date' && typeof value === 'string' && !Number.isNaN(Date.parse(value))) return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value))
    return String(value ?? '')
  }
}

/** A day of somebody's year, with the year or without: "4 June 2011", "4 June". */
export function dayText(day: string, locale: Locale): string {
  const [, year, month = '', date = ''] = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(day) ?? []
  if (!year) return day
  // A leap year, so that 29 February is a day.
  const at = new Date(Date.UTC(year === '-' ? 2024 : Number(year), Number(month) - 1, Number(date)))
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { day: 'numeric', month: 'long', ...(year !== '-' && { year: 'numeric' }), timeZone: 'UTC' }).format(at)
}
