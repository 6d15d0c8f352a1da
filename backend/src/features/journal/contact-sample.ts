import type { Db } from '../../platform/db/database'
import { asHouse } from '../../platform/visibility/sight'
import type { Sample, Sampled } from './listing.types'

const size = 3_000
const freshMs = 600_000

type Drawn = Omit<Sampled, 'managerIds' | 'personIds' | 'alsoIds' | 'private' | 'withResult' | 'withFiles' | 'withNext' | 'noNextStep' | 'vip'>
  & { managerIds: string; personIds: string; alsoIds: string; private: number; withResult: number; withFiles: number; withNext: number; noNextStep: number; vip: number }

const list = (table: string, column: string) => `(SELECT json_group_array(z.${column}) FROM ${table} z WHERE z.contactId = c.id)`
const draw = `
SELECT c.startsAt, c.endsAt, c.createdAt, c.updatedAt, c.durationMinutes, c.method, c.direction, c.status, c.state, c.priority, c.source, c.typeId, c.firmId, c.adSourceId, c.managerId, c.registeredById, c.counterpartyId,
  c.private, c.result <> '' AS withResult, ${list('ContactManager', 'managerId')} AS managerIds, ${list('ContactParticipant', 'personId')} AS personIds, ${list('ContactCounterparty', 'counterpartyId')} AS alsoIds,
  EXISTS (SELECT 1 FROM Attachment a WHERE a.contactId = c.id) AS withFiles, EXISTS (SELECT 1 FROM Contact y WHERE y.previousId = c.id AND y.undoneAt IS NULL AND y.status <> 'cancelled') AS withNext,
  EXISTS (SELECT 1 FROM NextStepMissing n WHERE n.contactId = c.id) AS noNextStep, COALESCE((SELECT k.vip FROM Counterparty k WHERE k.id = c.counterpartyId), 0) AS vip
FROM json_each(?) r CROSS JOIN Contact c ON c.rowid = r.value WHERE c.undoneAt IS NULL`

/**
 * Some thousand contacts drawn by chance, kept in memory: from them is guessed how many rows a question has. Drawn aside when it is first wanted and anew when it has grown old;
 * an old one serves meanwhile, since a wrong guess costs time only: so that it may be of all contacts, whoever asks.
 */
export function createContactSample({ side }: Pick<Db, 'side'>, { random = Math.random, monotonic = () => performance.now() } = {}) {
  let sample: Sample | null = null
  let drawnAt = -Infinity
  let drawing: Promise<void> | null = null

  async function drawAnew(): Promise<void> {
    const [edge] = await side.all<{ last: number | null }>('SELECT MAX(rowid) AS last FROM Contact')
    const last = edge?.last ?? 0
    const places = last <= size ? Array.from({ length: last }, (_, at) => at + 1) : [...new Set(Array.from({ length: size }, () => 1 + Math.floor(random() * last)))].sort((a, b) => a - b)
    const rows = await side.all<Drawn>(draw, [JSON.stringify(places)])
    sample = { rows: rows.map(toSampled).sort((a, b) => b.startsAt - a.startsAt), total: places.length === 0 ? 0 : Math.round((rows.length / places.length) * last) }
    drawnAt = monotonic()
  }
  function refresh(): Promise<void> {
    drawing ??= asHouse(drawAnew).catch(() => undefined).finally(() => { drawing = null })
    return drawing
  }

  return {
    /** What there is now; null at the very first. */
    now(): Sample | null {
      if (monotonic() - drawnAt > freshMs) void refresh()
      return sample
    },
    /** Waits for the first one only. */
    async get(): Promise<Sample | null> {
      if (sample === null) await refresh()
      return this.now()
    },
  }
}
export type ContactSample = ReturnType<typeof createContactSample>

function toSampled(row: Drawn): Sampled {
  const ids = (text: string) => JSON.parse(text) as string[]
  return {
    ...row, managerIds: ids(row.managerIds), personIds: ids(row.personIds), alsoIds: ids(row.alsoIds), private: row.private === 1, withResult: row.withResult === 1, withFiles: row.withFiles === 1,
    withNext: row.withNext === 1, noNextStep: row.noNextStep === 1, vip: row.vip === 1,
  }
}
