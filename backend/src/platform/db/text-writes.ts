import { noTerms, termsOf } from '../text/search-terms'
import { foldForSearch } from '@counterpane/shared/text/search-fold'
import type { Tx } from './database'
import { secondOf, secondOfPlace, wantedPlace } from './text-places'

/** A contact's texts and its time, as they stand now. */
export interface TextOfContact { id: string; startsAt: number; subject?: string; content?: string; result?: string; comment?: string }

/** What search reads as one text. */
export const searchTextOf = (c: Omit<TextOfContact, 'id' | 'startsAt'>) => foldForSearch([c.subject, c.content, c.result, c.comment].map((part) => part ?? '').join('\n'))

/** The words and marks of one contact, in the order of the index's columns. */
export function columnsOf({ subject = '', result = '', content = '', comment = '' }: TextOfContact) {
  const columns = [termsOf(subject), result === '' ? noTerms : termsOf(result), termsOf(`${content}\n${comment}`)]
  return { words: columns.map((column) => column.words), marks: columns.map((column) => column.marks) }
}

/** Puts contacts into the full-text index and keeps their search text, in the caller's unit of work: four or five statements, however many they are. */
export async function indexTexts(tx: Tx, contacts: readonly TextOfContact[]): Promise<void> {
  if (contacts.length === 0) return
  const places = await placesFor(tx, contacts)
  // An index is written in the order of its rows, or every row would be a piece of its own.
  const documents = contacts.map((contact) => ({ contact, ...(places.get(contact.id) as Place), ...columnsOf(contact) })).sort((a, b) => a.docId - b.docId)
  const texts = JSON.stringify(documents.map(({ contact, docId }) => [contact.id, searchTextOf(contact), docId]))
  await tx.$executeRaw`INSERT INTO ContactText (contactId, text, docId) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${texts}) WHERE true
    ON CONFLICT (contactId) DO UPDATE SET text = excluded.text, docId = excluded.docId`
  const words = JSON.stringify(documents.map(({ docId, words }) => [docId, ...words]))
  await tx.$executeRaw`INSERT OR REPLACE INTO ContactWords (rowid, subject, result, rest) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${words})`
  const marked = documents.filter(({ marks, stood }) => stood || marks.some((column) => column !== ''))
  if (marked.length === 0) return
  const marks = JSON.stringify(marked.map(({ docId, marks }) => [docId, ...marks]))
  await tx.$executeRaw`INSERT OR REPLACE INTO ContactMarks (rowid, subject, result, rest) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${marks})`
}

/** The same for whoever changed contacts' texts or times without having all of them at hand. */
export async function reindexTexts(tx: Tx, contactIds: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<(Required<Omit<TextOfContact, 'startsAt'>> & { startsAt: number | bigint })[]>`
    SELECT id, CAST(startsAt AS INTEGER) AS startsAt, subject, content, result, comment FROM Contact WHERE id IN (SELECT value FROM json_each(${JSON.stringify(contactIds)}))`
  await indexTexts(tx, rows.map((row) => ({ ...row, startsAt: Number(row.startsAt) })))
}

/** `stood`: it stood there before, so that what the index holds of it has to go. */
interface Place { docId: number; stood: boolean }

/** Each contact's place: the one it has while its second is the same, else a free one in its second. */
async function placesFor(tx: Tx, contacts: readonly TextOfContact[]): Promise<Map<string, Place>> {
  const wanted = new Map(contacts.map(({ id, startsAt }) => [id, wantedPlace(id, startsAt)]))
  const found = await tx.$queryRaw<{ contactId: string; docId: number | bigint }[]>`
    SELECT contactId, docId FROM ContactText WHERE contactId IN (SELECT value FROM json_each(${JSON.stringify([...wanted.keys()])})) AND docId IS NOT NULL
    UNION SELECT contactId, docId FROM ContactText WHERE docId IN (SELECT value FROM json_each(${JSON.stringify([...wanted.values()])}))`
  const standing = new Map(found.map((row) => [row.contactId, Number(row.docId)]))
  const taken = new Set(standing.values())
  const places = new Map<string, Place>()
  for (const { id, startsAt } of contacts) {
    const own = standing.get(id)
    if (own !== undefined && secondOfPlace(own) === secondOf(startsAt)) { places.set(id, { docId: own, stood: true }); continue }
    let docId = wanted.get(id) as number
    while (taken.has(docId)) docId = await freeAfter(tx, docId, taken)
    taken.add(docId)
    places.set(id, { docId, stood: false })
  }
  return places
}

/** The next place that nobody has; when a second is full (16,384 and more), one in the seconds after it. */
async function freeAfter(tx: Tx, docId: number, taken: ReadonlySet<number>): Promise<number> {
  for (let from = docId + 1; ; from += 500) {
    const rows = await tx.$queryRaw<{ docId: number | bigint }[]>`SELECT docId FROM ContactText WHERE docId >= ${from} AND docId < ${from + 500}`
    const full = new Set(rows.map((row) => Number(row.docId)))
    for (let place = from; place < from + 500; place++) if (!full.has(place) && !taken.has(place)) return place
  }
}
