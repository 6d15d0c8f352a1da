import type { Db } from '../../platform/db/database'
import { textPage } from '../../platform/db/text-page'
import type { SegmentCondition } from './segment-filter'
import { conditionsOf } from './contact-filter'
import { createContactSample } from './contact-sample'
import { sortOf, type SortViewer } from './contact-sort'
import { readPlace, writePlace, type Place } from './listing-cursor'
import { choosePlan } from './listing-plan'
import { pageByKey, pageByTime, whereOf } from './listing-sql'
import type { ListingFilter, Question, Reading, Sample } from './listing.types'
import { wordsOf, type AskedWords } from './text-filter'

/** Whom ids name today: beside each who was merged away, the one who stayed. */
export type Survivors = (noun: 'counterparty' | 'person', ids: readonly string[]) => string[]
export interface IdPage { ids: string[]; nextCursor: string | null }
export interface PageAsked { sort?: string | undefined; cursor?: string | undefined; limit: number }
export interface Asked { question: Question; words: AskedWords | null }
type Viewer = Reading & SortViewer
type Found = { id: string; startsAt: number; sortKey?: string | number }

/** What is guessed to take longer (milliseconds) is asked aside, so that nobody waits for it but the one who asked. */
const longest = 60
/** Rows of a filter that are looked through for common words rather than the words' places one by one. */
const fewRowsMs = 12

/** Which contacts a page of the journal holds. */
export function createListing({ sql, side, segmentCondition = () => null, survivors = (_noun, ids) => [...ids] }: Pick<Db, 'sql' | 'side'> & { segmentCondition?: SegmentCondition; survivors?: Survivors }) {
  const sample = createContactSample({ side })
  const membersOf = (teamIds: readonly string[]) => sql.all<{ id: string }>(
    "SELECT id FROM Manager WHERE teamId IN (SELECT value FROM json_each(?1)) OR (teamId IS NULL AND EXISTS (SELECT 1 FROM json_each(?1) WHERE value = 'none'))", [JSON.stringify(teamIds)]).map(({ id }) => id)

  /** Views and links name whom they were made for, also when these were merged into others since. */
  const followed = (filter: ListingFilter): ListingFilter => ({
    ...filter, ...(filter.counterpartyId && { counterpartyId: survivors('counterparty', filter.counterpartyId) }),
    ...(filter.mainCounterpartyId && { mainCounterpartyId: survivors('counterparty', filter.mainCounterpartyId) }), ...(filter.personId && { personId: survivors('person', filter.personId) }),
  })

  function ask(asked: ListingFilter, reading: Reading): Asked {
    const filter = followed(asked)
    const words = wordsOf(filter, reading.callerId, sql)
    return {
      words, question: {
        conditions: [...conditionsOf(filter, reading, { membersOf, segmentCondition }), ...(words?.conditions ?? [])],
        period: { from: filter.from ? Date.parse(filter.from) : null, to: filter.to ? Date.parse(filter.to) : null },
      },
    }
  }

  function prepare(filter: ListingFilter, { sort: asked, cursor, limit }: PageAsked, reading: Viewer, drawn: Sample | null) {
    const sort = sortOf(asked, reading)
    const after = readPlace(sort, cursor)
    const { question, words } = ask(filter, reading)
    const paging = { after, limit: limit + 1 }
    const pageOf = (rows: readonly Found[]): IdPage => {
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return { ids: rows.slice(0, limit).map((row) => row.id), nextCursor: last ? writePlace(sort, { sortKey: last.startsAt, ...last }) : null }
    }
    if (sort.column !== 'startsAt') {
      const plan = choosePlan(question, drawn, { wanted: null, looks: sort.looks, price: sort.price })
      const query = pageByKey(question, plan, { sort, ...paging })
      return { pageOf, now: () => sql.all<Found>(query.sql, query.parameters), aside: () => side.all<Found>(query.sql, query.parameters), quick: plan.cost < longest && drawn !== null }
    }
    const bounded = { ...question, period: boundedBy(question, after, sort.descending) }
    const plan = choosePlan(bounded, drawn, { wanted: limit + 1, descending: sort.descending })
    if (words?.common && !(plan.lead && plan.cost < fewRowsMs)) {
      const where = whereOf({ ...question, conditions: question.conditions.filter((one) => one !== words.conditions[0]) }, { lead: null, many: false })
      const now = () => textPage(sql, words.text, { where: where.sql, parameters: where.parameters, descending: sort.descending, ...paging })
      return { pageOf, now, aside: () => Promise.resolve(now()), quick: true }
    }
    const query = pageByTime(question, plan, { descending: sort.descending, ...paging })
    return { pageOf, now: () => sql.all<Found>(query.sql, query.parameters), aside: () => side.all<Found>(query.sql, query.parameters), quick: plan.cost < longest }
  }

  return {
    ask, sample,
    /** At once, on the caller's own thread. */
    pageNow(filter: ListingFilter, asked: PageAsked, reading: Viewer): IdPage {
      const { now, pageOf } = prepare(filter, asked, reading, sample.now())
      return pageOf(now())
    },
    async page(filter: ListingFilter, asked: PageAsked, reading: Viewer): Promise<IdPage> {
      // The very first page does not wait for the sample to be drawn.
      const { now, aside, quick, pageOf } = prepare(filter, asked, reading, sample.now())
      return pageOf(quick ? now() : await aside())
    },
    /** Always aside: exports. */
    async pageAside(filter: ListingFilter, asked: PageAsked, reading: Viewer): Promise<IdPage> {
      const { aside, pageOf } = prepare(filter, asked, reading, await sample.get())
      return pageOf(await aside())
    },
  }
}
export type Listing = ReturnType<typeof createListing>

/** The rows still to come: what was read before the page does not count in a guess. */
function boundedBy({ period }: Question, after: Place | null, descending: boolean) {
  if (!after) return period
  return descending ? { ...period, to: Math.min(period.to ?? Infinity, after.startsAt + 1) } : { ...period, from: Math.max(period.from ?? -Infinity, after.startsAt) }
}
