import type { Change } from '@counterpane/shared/contract/changes'
import type { Direction, Locale, Method, Priority, State, Status, Visibility } from '@counterpane/shared/domain/codes'
import { changeValues } from '@counterpane/shared/text/change-values'
import { statusText, words } from '@counterpane/shared/text/words'
import { knownFields, type Field } from './change-fields'
import type { Names } from './change-names.repository'
import type { Entry, Standing } from './changes.types'

export interface Telling { standing: Standing; locale: Locale; names: Names; contactText: (id: string) => string | null; canUndo: boolean }

/** Nobody reads a megabyte here; what is compared and put back is the whole. */
const longestShown = 5_000

/** What changed, field by field, of what people are told about. Words that are not the caller's to read are left empty. */
export function presentChange(entry: Entry, { standing, locale, names, contactText, canUndo }: Telling): Change {
  const fields = Object.keys(entry.after ?? {}).flatMap((key) => {
    const field = knownFields[entry.noun][key]
    if (!field) return []
    const show = (value: unknown) => (value === null || value === undefined || !isSeen(field, standing) ? null : shorten(textOf(value, field)))
    return [{ field: field.name, before: show(entry.before?.[key]), after: show(entry.after?.[key]) }]
  })
  return {
    id: entry.id, at: new Date(entry.at).toISOString(), manager: entry.managerId === null ? null : { id: entry.managerId, name: entry.managerName ?? '' },
    action: entry.action, fields, setId: entry.setId, undone: entry.undoneAt !== null, canUndo,
  }

  function textOf(value: unknown, { kind }: Field): string {
    const text = words[locale]
    const own = changeValues[locale]
    const code = String(value)
    if (typeof kind === 'object') return [value].flat().map((id) => names(kind.refers, String(id)) ?? '—').join(', ')
    switch (kind) {
      case 'instant': return instantText(value)
      case 'flag': return value === true || value === 1 ? own.yes : own.no
      case 'texts': return [value].flat().map(String).join(', ')
      case 'details': return Object.entries(value as object).map(([name, detail]) => `${name}: ${typeof detail === 'boolean' ? (detail ? own.yes : own.no) : String(detail)}`).join('; ')
      case 'days': return (value as { name: string; date: string }[]).map(({ name, date }) => `${name}: ${date}`).join('; ')
      case 'contact': return contactText(code) ?? '—'
      case 'method': return text.method[code as Method] ?? code
      case 'direction': return text.direction[code as Direction] ?? code
      case 'state': return text.state[Number(value) as State] ?? code
      case 'priority': return text.priority[code as Priority] ?? code
      case 'status': return statusText({ status: code as Status, overdue: false, method: standing.fields.method as Method, direction: standing.fields.direction as Direction }, locale) ?? code
      case 'visibility': return own.visibility[code as Visibility] ?? code
      case 'repeat': return own.repeat[code] ?? code
      case 'clientKind': return own.clientKind[code] ?? code
      case 'number': case 'text': return code
    }
  }
}

const isSeen = ({ words: kept }: Field, { seen }: Standing) => kept === undefined || seen === 'all' || (kept === 'subject' && seen === 'subject')
const shorten = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

/** The trail of earlier versions has milliseconds too. */
function instantText(value: unknown): string {
  const at = new Date(value as string | number)
  return Number.isNaN(at.getTime()) ? String(value) : at.toISOString()
}
