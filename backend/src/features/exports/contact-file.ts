import { exportContacts } from '@counterpane/shared/contract/exports'
import { streamRoutes } from '@counterpane/shared/contract/routes'
import { exportTexts } from '@counterpane/shared/text/export-text'
import type { Db } from '../../platform/db/database'
import { columnPart } from './definitions-sheet'
import { columnsOf, contactColumns } from './export-columns'
import { inCells } from './export-file'
import { createExportNames } from './export-names.repository'
import { exportNoun, type ExportNoun } from './export-noun'
import type { ExportRows } from './exports.types'
import { filterWords, orderWords } from './filter-words'

/** The journal's rows, with its columns, filters and order. */
export function contactFile({ db, rows }: { db: Pick<Db, 'sql'>; rows: ExportRows }): ExportNoun {
  const names = createExportNames(db)
  return exportNoun({
    routes: { xlsx: streamRoutes.exportXlsx, csv: streamRoutes.exportCsv, progress: streamRoutes.exportProgress }, query: exportContacts,
    async open({ columns: wanted, sort, ...filter }, { caller, locale, now, wall }) {
      const text = exportTexts[locale]
      const keys = columnsOf(wanted)
      const columns = contactColumns(keys, { locale, wall })
      const question = { filter, sort, withContent: keys.includes('content'), viewer: { callerId: caller.id, locale, now } }
      const total = await rows.total(question)
      return {
        title: { en: exportTexts.en.contacts, ru: exportTexts.ru.contacts }, total, columns, lines: inCells(rows.pages(question), columns),
        facts: [[text.order, orderWords(sort, locale)]], remarks: [text.odd],
        parts: [
          { title: text.filters, lines: filterWords(filter, { names, locale, callerId: caller.id, wall }) }, columnPart(columns, locale),
          { title: text.counted, lines: Object.values(text.count).map(({ name, meaning }) => [name, meaning]) },
        ],
        tooMany: text.tooManyRows, endedAfter: text.cutRows, audited: { rows: total, columns: keys, sort: sort ?? null, filter },
      }
    },
  })
}
