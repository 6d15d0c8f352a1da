import { askedTerms, type AskedTerm, type AskedTerms } from '../text/search-terms'
import { isUnspaced } from '../text/search-words'
import type { SqlParameter, SqlReader } from './sql'

/** The words that are looked for: anywhere in a contact (`q`), in its subject, in its result. All of them must be found. */
export interface AskedTexts { q?: string | undefined; subject?: string | undefined; result?: string | undefined }
/** `SELECT … AS docId`: places in the full-text index, which are in order of time (see text-places.ts). */
export interface DocOrder { sql: string; parameters: SqlParameter[] }

/**
 * A question to the full-text index, as conditions on the alias `c` (Contact). None says anything of undone or private contacts: add those yourself.
 * - By date (`startsAt, id`): take `textPage` (text-page.ts), which is quick however many contacts hold the words.
 * - By anything else: `sql` when the words are rare: it is led from the index, a lookup for each contact found. When they are common (`isCommon`), `member`: the places found
 *   are gathered once (some 0.1 s for 300,000) and each row of another index is held against them.
 */
export interface TextCondition { sql: string; member: string; parameters: SqlParameter[]; docOrder: DocOrder }

/** Null when nothing was asked (only spaces). What holds no letter and no digit finds nothing. */
export function textCondition(asked: string | AskedTexts): TextCondition | null {
  const texts = typeof asked === 'string' ? { q: asked } : asked
  const questions = (['q', 'subject', 'result'] as const).flatMap((name) => {
    const terms = askedTerms(texts[name] ?? '')
    return terms === null ? [] : [{ ...terms, column: name === 'q' ? '' : `${name} : ` }]
  })
  if (questions.length === 0) return null
  const docOrder = questions.some(({ terms }) => terms.length === 0) ? nothing : allOf(questions)
  return {
    sql: `c.id IN (SELECT x.contactId FROM (${docOrder.sql}) f CROSS JOIN ContactText x ON x.docId = f.docId)`,
    member: `EXISTS (SELECT 1 FROM ContactText x WHERE x.contactId = c.id AND +x.docId IN (${docOrder.sql}))`,
    parameters: docOrder.parameters, docOrder,
  }
}

/** More than these are looked up one by one no longer. */
const commonFrom = 4_000
/** Whether so many contacts hold the words that looking each of them up takes longer than going through the journal. */
export function isCommon(sql: SqlReader, { docOrder }: TextCondition): boolean {
  return sql.first<{ n: number }>(`SELECT COUNT(*) AS n FROM (${docOrder.sql} LIMIT ${commonFrom})`, docOrder.parameters)?.n === commonFrom
}

interface Question extends AskedTerms { column: string }
const nothing: DocOrder = { sql: 'SELECT rowid AS docId FROM ContactText WHERE 0', parameters: [] }

/** One reading of the words leads, of the marks when there are no words; everything else narrows it. */
function allOf(questions: readonly Question[]): DocOrder {
  const plain = questions.filter(({ number }) => number === null)
  const matches = [readingOf('ContactWords', plain, wordMatch), readingOf('ContactMarks', plain, markMatch), ...questions.filter(({ number }) => number !== null).map(numberReading)]
  const [first = nothing, ...others] = matches.filter((reading) => reading !== null)
  return { sql: [first.sql, ...others.map((other) => `+docId IN (${other.sql})`)].join(' AND '), parameters: [first, ...others].flatMap((reading) => reading.parameters) }
}

function readingOf(table: 'ContactWords' | 'ContactMarks', questions: readonly Question[], matchOf: (term: AskedTerm) => string | null): DocOrder | null {
  const matches = questions.flatMap(({ terms, column }) => terms.map(matchOf).filter((match) => match !== null).map((match) => column + match))
  return matches.length === 0 ? null : { sql: `SELECT rowid AS docId FROM ${table} WHERE ${table} MATCH ?`, parameters: [matches.join(' AND ')] }
}

/** Nothing but digits in groups: written as one number, or each of the groups somewhere. */
function numberReading({ terms, number, column }: Question): DocOrder {
  const whole = readingOf('ContactMarks', [{ terms: [{ mark: number as string }], number: null, column }], markMatch) as DocOrder
  const apart = allOf([{ terms, number: null, column }])
  return { sql: `SELECT docId FROM (${whole.sql} UNION ${apart.sql}) WHERE true`, parameters: [...whole.parameters, ...apart.parameters] }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const markMatch = (term: AskedTerm) => ('mark' in term ? `(${quoted(term.mark)})` : null)
/** One letter is a word by itself: half of all contacts hold some word that begins with it. One Chinese character says as much as a word. */
function wordMatch(term: AskedTerm): string | null {
  if ('mark' in term) return null
  if ([...term.word].length === 1 && !isUnspaced(term.word)) return `(${quoted(term.word)})`
  return term.stem === term.word ? `(${quoted(term.word)} *)` : `(${quoted(term.stem)} OR ${quoted(term.word)} *)`
}
