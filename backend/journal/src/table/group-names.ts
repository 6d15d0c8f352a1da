import type { Locale } from '@counterpane/shared/domain/codes'
import { listTexts } from '@counterpane/shared/text/list-journal'
import { words } from '@counterpane/shared/text/words'
import { datesOf, isDate, type GroupNode } from './group-tree'

const shapes = {
  day: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }, week: { day: 'numeric', month: 'short', year: 'numeric' }, month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
const formats = new Map<string, Intl.DateTimeFormat>()

/** What a group is called in the reader's language: dates by the calendar, codes in words, others as the server names them. */
export function groupName({ by, value, name }: Pick<GroupNode, 'by' | 'value' | 'name'>, locale: Locale): string {
  const text = listTexts[locale]
  if (value === null) return by === 'counterparty' ? text.group.noClient : text.group.empty
  if (by === 'source') return Object.entries(text.source).find(([code]) => code === value)?.[1] ?? name
  if (isDate(by)) return dateName(by, value, locale)
  const codes: Record<string, Record<string, string>> = { ...words[locale] } as never
  return codes[by]?.[value] ?? (name || text.group.empty)
}

function dateName(by: 'day' | 'week' | 'month', value: string, locale: Locale): string {
  const key = `${by} ${locale}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', shapes[by])))
  const { from, to } = datesOf(by, value)
  if (by !== 'week') return format.format(from)
  const sunday = new Date(to)
  sunday.setDate(sunday.getDate() - 1)
  return format.formatRange(from, sunday)
}
