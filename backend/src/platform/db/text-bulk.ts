import type { Connection } from './connection'
import { edgesOfSeconds, wantedPlace } from './text-places'
import { columnsOf, type TextOfContact } from './text-writes'

const rowsAtOnce = 5_000
const tables = ['ContactWords', 'ContactMarks'] as const

/** Indexes whatever is not indexed yet, in order of time and at one go: for data written in bulk by a connection of its own, in that one's transaction. */
export function indexInBulk(connection: Connection): number {
  connection.exec('CREATE TEMP TABLE IF NOT EXISTS TextPlace (textRow INTEGER PRIMARY KEY, docId INTEGER NOT NULL); DELETE FROM TextPlace')
  // Large pieces, and no merging in between: what is written in order can be put together once, at the end.
  for (const table of tables) connection.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', 33554432); INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 0)`)
  const done = writeTerms(connection)
  // Rows of the texts lie in order of their making; written in order of time, each would dirty a page of its own.
  connection.exec('UPDATE ContactText SET docId = (SELECT p.docId FROM TextPlace p WHERE p.textRow = ContactText.rowid) WHERE docId IS NULL AND rowid IN (SELECT textRow FROM TextPlace)')
  for (const table of tables) {
    if (done >= rowsAtOnce) connection.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
    connection.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', 1048576); INSERT INTO ${table} (${table}, rank) VALUES ('automerge', 4)`)
  }
  connection.exec('DROP TABLE TextPlace')
  return done
}

interface Waiting extends Required<TextOfContact> { textRow: number; docId: number | null }

function writeTerms(connection: Connection): number {
  const next = connection.prepare(`
    SELECT c.id, c.startsAt, c.subject, c.result, c.content, c.comment, x.docId, x.rowid AS textRow FROM Contact c CROSS JOIN ContactText x ON x.contactId = c.id
    WHERE (c.startsAt, c.id) > (?, ?) ORDER BY c.startsAt, c.id LIMIT ${rowsAtOnce}`)
  const taken = connection.prepare('SELECT docId FROM ContactText WHERE docId >= ? AND docId < ?')
  const place = connection.prepare('INSERT INTO TextPlace (textRow, docId) VALUES (?, ?)')
  const insert = tables.map((table) => connection.prepare(`INSERT OR REPLACE INTO ${table} (rowid, subject, result, rest) VALUES (?, ?, ?, ?)`))
  let done = 0
  let given = new Set<number>()
  for (let rows = next.all(-Number.MAX_SAFE_INTEGER, '') as Waiting[]; rows.length > 0; rows = next.all(rows.at(-1)?.startsAt, rows.at(-1)?.id) as Waiting[]) {
    const [from, to] = edgesOfSeconds((rows[0] as Waiting).startsAt, (rows.at(-1) as Waiting).startsAt)
    given = new Set([...[...given].filter((docId) => docId >= from), ...(taken.all(from, to) as { docId: number }[]).map((row) => row.docId)])
    const placed = rows.filter((row) => row.docId === null).map((contact) => ({ contact, docId: freePlace(contact, given) })).sort((a, b) => a.docId - b.docId)
    for (const { contact, docId } of placed) {
      place.run(contact.textRow, docId)
      const { words, marks } = columnsOf(contact)
      insert[0]?.run(docId, ...words)
      if (marks.some((column) => column !== '')) insert[1]?.run(docId, ...marks)
    }
    done += placed.length
  }
  return done
}

function freePlace({ id, startsAt }: Waiting, given: Set<number>): number {
  let docId = wantedPlace(id, startsAt)
  while (given.has(docId)) docId++
  given.add(docId)
  return docId
}
