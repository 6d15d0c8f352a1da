import type { Composed, World } from './composition'
import { changesDepsOf } from './changes-composition'
import { createNames } from './features/changes/change-names.repository'
import { presentChange } from './features/changes/change-presenter'
import { idsIn } from './features/changes/changes.service'
import type { Entry, Noun, Standing } from './features/changes/changes.types'
import { csvLine } from './features/exports/csv-lines'
import type { Told, TrailNeeds, TrailReader, TrailRow } from './features/trail/trail.types'

const told: readonly string[] = ['contact', 'counterparty', 'person', 'task'] satisfies Noun[]
/** What is nobody's own business, so that its values may be read by whoever reads the trail. Of anything else only that it happened is told. */
const open = new Set(['manager', 'setting', 'never-register', 'retention', 'personal-data', 'team', 'firm', 'word', 'own-domain', 'attribute', 'import'])
const longestShown = 500

/** The trail in the words of "who changed what": names instead of ids, and nothing of a private contact that the reader may not read there. */
export function trailTelling({ composed, world }: { composed: Composed; world: World }): TrailNeeds {
  const { keepers, contactText } = changesDepsOf({ composed, world })
  const namesOf = createNames(world.db)

  function tell(rows: readonly TrailRow[], reader: TrailReader): Told[] {
    const known = rows.filter((row) => told.includes(row.noun)).map(toEntry)
    const ids = idsIn(known)
    for (const { noun, nounId } of rows) if (noun === 'manager' || noun === 'firm') ids[noun].push(nounId)
    const names = namesOf(ids, reader.locale)
    const standings = new Map<string, Standing | null>()
    const standingOf = ({ noun, nounId }: Entry) => {
      const key = `${noun} ${nounId}`
      if (!standings.has(key)) standings.set(key, keepers[noun](nounId, reader.caller))
      return standings.get(key) ?? null
    }
    const textOf = (id: string) => contactText(id, reader)
    const nothing: Told = { title: null, fields: [], masked: true, clientId: null }
    return rows.map((row) => {
      if (!told.includes(row.noun)) return open.has(row.noun) ? { title: names(row.noun === 'firm' ? 'firm' : 'manager', row.nounId) ?? titleIn(row), fields: plainFields(row), masked: false, clientId: null } : nothing
      const entry = toEntry(row)
      const standing = standingOf(entry)
      if (!standing) return nothing
      const { fields } = presentChange(entry, { standing, locale: reader.locale, names, contactText: textOf, canUndo: false })
      return { title: titleOf(entry, standing, textOf), fields, masked: standing.seen !== 'all', clientId: entry.noun === 'counterparty' ? entry.nounId : clientOf(standing) }
    })
  }
  return { tell, csvLine }
}

const toEntry = (row: TrailRow): Entry => ({ ...row, noun: row.noun as Noun, whole: true })
const clientOf = ({ fields: { counterpartyId } }: Standing) => (typeof counterpartyId === 'string' ? counterpartyId : null)

function titleOf({ noun, nounId }: Entry, { fields }: Standing, contactText: (id: string) => string | null): string | null {
  if (noun === 'contact') return contactText(nounId)
  const name = noun === 'task' ? fields.title : fields.name
  return typeof name === 'string' ? name : null
}

/** Where a thing has no table of names its own words name it; a setting's id is its name. */
function titleIn({ noun, nounId, before, after }: TrailRow): string | null {
  const name = after?.name ?? before?.name ?? after?.value ?? before?.value
  return typeof name === 'string' ? name : noun === 'setting' ? nounId : null
}

function plainFields({ before, after }: TrailRow): Told['fields'] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((field) => ({ field, before: plain(before?.[field]), after: plain(after?.[field]) }))
}
function plain(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
