import type { ExportColumn } from '@counterpane/shared/contract/exports'
import type { Direction, Locale, Method, Priority, Source, State, Status } from '@counterpane/shared/domain/codes'
import { exportTexts, filterNames, type FilterName } from '@counterpane/shared/text/export-text'
import { words } from '@counterpane/shared/text/words'
import { wallText } from './csv-lines'
import { isNamedFilter, type ExportNames } from './export-names.repository'
import type { ExportQuestion } from './exports.types'

interface Telling { names: ExportNames; locale: Locale; callerId: string; wall(instant: string): number }
const namedAtMost = 20

/** What was asked for, line by line, as a person reads it: the name of a filter and its values. */
export function filterWords(filter: ExportQuestion['filter'], telling: Telling): [string, string][] {
  const text = exportTexts[telling.locale]
  const given = filterNames.filter((name) => filter[name] !== undefined)
  return given.length === 0 ? [[text.filters, text.noFilters]] : given.map((name) => [text.filter[name], valueWords(name, filter[name], telling)])
}

function valueWords(name: FilterName, value: unknown, telling: Telling): string {
  const text = exportTexts[telling.locale]
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return isInstant(name) ? wallText({ at: telling.wall(value), day: false, instant: value }) : value
  const values = value as (string | number)[]
  // Which rows were ticked says their number; their ids say nothing to people.
  if (name === 'id') return String(values.length)
  const shown = values.slice(0, namedAtMost)
  const known = isNamedFilter(name) ? telling.names.of(name, shown.map(String), telling) : null
  const called = shown.map((one) => (one === 'none' ? text.none : known ? known.get(String(one)) ?? String(one) : codeWords(name, one, telling.locale)))
  return [...called, ...(values.length > shown.length ? [text.more(values.length - shown.length)] : [])].join(', ')
}

const isInstant = (name: FilterName) => /^(from|to|(created|updated)(From|To))$/.test(name)

function codeWords(name: FilterName, code: string | number, locale: Locale): string {
  const text = words[locale]
  switch (name) {
    case 'method': return text.method[code as Method]
    case 'direction': return text.direction[code as Direction]
    case 'status': return text.status[code as Status]
    case 'state': return text.state[code as State]
    case 'priority': return text.priority[code as Priority]
    case 'source': return exportTexts[locale].source[code as Source]
    default: return String(code)
  }
}

export function orderWords(sort: string | undefined, locale: Locale): string {
  const text = exportTexts[locale]
  const wanted = sort ?? '-startsAt'
  return `${text.column[wanted.replace(/^-/, '') as ExportColumn].name}, ${wanted.startsWith('-') ? text.descending : text.ascending}`
}
