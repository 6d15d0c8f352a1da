import type { Composed } from './composition'
import type { World } from './world'
import { changesDepsOf } from './changes-composition'
import { createNames } from './features/changes/change-names.repository'
import { presentChange } from './features/changes/change-presenter'
import { idsIn } from './features/changes/changes.service'
import type { Entry, Noun, Standing } from './features/changes/changes.types'
import { csvLine } from './features/exports/csv-lines'
import { createRoomTelling, nothingTold } from './features/trail/tell-rooms'
import { createTrailNames } from './features/trail/trail-names.repository'
import type { Told, TrailNeeds, TrailReader, TrailRow } from './features/trail/trail.types'

const told: readonly string[] = ['contact', 'counterparty', 'person', 'task'] satisfies Noun[]

/** The trail in the words of "who changed what": names instead of ids, and nothing of a private contact that the reader may not read there. */
export function trailTelling({ composed, world }: { composed: Composed; world: World }): TrailNeeds {
  const { keepers, contactText } = changesDepsOf({ composed, world })
  const namesOf = createNames(world.db)
  const tellRoom = createRoomTelling(createTrailNames(world.db))

  function tell(rows: readonly TrailRow[], reader: TrailReader): Told[] {
    const known = rows.filter((row) => told.includes(row.noun)).map(toEntry)
    const ids = idsIn(known)
    for (const { noun, nounId } of rows) if (noun === 'manager') ids.manager.push(nounId)
    const names = namesOf(ids, reader.locale)
    const standings = new Map<string, Standing | null>()
    const standingOf = ({ noun, nounId }: Entry) => {
      const key = `${noun} ${nounId}`
      if (!standings.has(key)) standings.set(key, keepers[noun](nounId, reader.caller))
      return standings.get(key) ?? null
    }
    const textOf = (id: string) => contactText(id, reader)
    return rows.map((row) => {
      if (!told.includes(row.noun)) return tellRoom(row, reader, row.noun === 'manager' ? names('manager', row.nounId) : null)
      const entry = toEntry(row)
      const standing = standingOf(entry)
      if (!standing) return nothingTold
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
