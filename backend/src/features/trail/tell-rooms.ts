import type { Locale } from '@counterpane/shared/domain/codes'
import { changesTexts } from '@counterpane/shared/text/changes-journal'
import type { TrailNames } from './trail-names.repository'
import type { Told, TrailReader, TrailRow } from './trail.types'

/** What is nobody's own business, so that its values may be read by whoever reads the trail. Of anything else only that it happened is told. */
const open = new Set(['manager', 'setting', 'never-register', 'retention', 'personal-data', 'team', 'firm', 'word', 'own-domain', 'attribute', 'import'])
/** Their entries keep all of what stood before and only what was changed after: the rest was not emptied. */
const partly = new Set(['team', 'firm', 'word', 'attribute', 'segment'])
const longestShown = 500
export const nothingTold: Told = { title: null, fields: [], masked: true, clientId: null }

/** Entries of the administration, of segments and of decisions about senders, as the reader may see them. */
export function createRoomTelling(names: TrailNames) {
  return (row: TrailRow, reader: TrailReader, name: string | null): Told => {
    if (row.noun === 'segment') return tellSegment(row, reader)
    if (row.noun === 'sender') return tellSender(row, reader)
    if (!open.has(row.noun)) return nothingTold
    return { title: name ?? names.of(row.noun, row.nounId) ?? titleIn(row), fields: plainFields(row, reader.locale), masked: false, clientId: null }
  }

  /** Of others' own segments not even the name is told, nor what was written while one was its owner's own. */
  function tellSegment(row: TrailRow, reader: TrailReader): Told {
    const now = names.segment(row.nounId)
    const own = (now?.ownerId ?? row.managerId) === reader.caller.id
    const states = [row.before?.shared, row.after?.shared].filter((shared) => typeof shared === 'boolean')
    const shared = states.every(Boolean) && (now ? now.shared === 1 : states.length > 0)
    return own || shared ? { title: now?.name ?? titleIn(row), fields: row.action === 'members-changed' ? countsOf(row) : plainFields(row, reader.locale), masked: false, clientId: null } : nothingTold
  }
}

/** A sender may be known from letters that the reader may not see: it is named to who decided, and where the decision made it a client's. */
function tellSender({ id, nounId, managerId, after }: TrailRow, { caller }: TrailReader): Told {
  const client = after?.counterparty as { id?: unknown; name?: unknown } | null | undefined
  const known = typeof client?.id === 'string' && typeof client.name === 'string' ? { id: client.id, name: client.name } : null
  if (managerId !== caller.id && !known) return { ...nothingTold, nounId: id }
  return { title: nounId.slice(nounId.indexOf(':') + 1), fields: known ? [{ field: 'counterparty', before: null, after: known.name }] : [], masked: false, clientId: known?.id ?? null }
}

/** Where a thing has no table of names its own words name it; a setting's id is its name. */
function titleIn({ noun, nounId, before, after }: TrailRow): string | null {
  const name = after?.name ?? before?.name ?? after?.value ?? before?.value ?? after?.domain ?? before?.domain
  return typeof name === 'string' ? name : noun === 'setting' ? nounId : null
}

function plainFields({ noun, before, after }: TrailRow, locale: Locale): Told['fields'] {
  const changed = Object.keys(after ?? {})
  const fields = partly.has(noun) && changed.length > 0 ? changed : [...new Set([...Object.keys(before ?? {}), ...changed])]
  return fields.map((field) => ({ field, before: plain(before?.[field], locale), after: plain(after?.[field], locale) })).filter((line) => line.before !== line.after)
}
const countsOf = ({ after }: TrailRow): Told['fields'] => ['added', 'removed'].flatMap((field) => {
  const ids = after?.[field]
  return Array.isArray(ids) && ids.length > 0 ? [{ field, before: null, after: String(ids.length) }] : []
})
function plain(value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return changesTexts[locale][value ? 'yes' : 'no']
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
