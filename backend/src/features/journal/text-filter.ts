import { isCommon, textCondition, type TextCondition } from '../../platform/db/text-search'
import type { SqlReader } from '../../platform/db/sql'
import { condition, named, prices } from './filter-parts'
import type { Condition, ListingFilter } from './listing.types'
import { mayRead, mayReadSubject } from './private-words'

/** The words asked for; `common`: so many contacts hold them that they should not lead. */
export interface AskedWords { text: TextCondition; common: boolean; conditions: Condition[] }

/** Contacts answer only those who may read the words that are searched: a search must not betray them. */
export function wordsOf({ q, subject, result }: ListingFilter, callerId: string, sql: SqlReader): AskedWords | null {
  const text = textCondition({ q, subject, result })
  if (!text) return null
  const common = isCommon(sql, text)
  const ids = `SELECT x.contactId FROM (${text.docOrder.sql}) f CROSS JOIN ContactText x ON x.docId = f.docId`
  const { sql: readable, parameters } = q === undefined && result === undefined ? mayReadSubject(callerId) : mayRead(callerId)
  return {
    text, common,
    conditions: [
      condition('words', { sql: text.member, parameters: text.parameters }, null, { price: prices.probe * 2, branches: common ? null : [named(ids, text.parameters)] }),
      condition('readable', { sql: readable, parameters }, (row) => !row.private, { price: prices.look, looks: true }),
    ],
  }
}
