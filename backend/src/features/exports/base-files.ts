import type { z } from 'zod'
import { exportClients } from '@counterpane/shared/contract/client-list'
import { clientExportRoutes } from '@counterpane/shared/contract/client-list-routes'
import { clientExportTexts } from '@counterpane/shared/text/client-export-text'
import { exportTexts } from '@counterpane/shared/text/export-text'
import type { Caller } from '../../platform/http/caller'
import { clientColumnsOf, personColumnsOf, type FileClient, type FilePerson } from './base-columns'
import { columnPart } from './definitions-sheet'
import { inCells, type FileColumn, type Reading } from './export-file'
import { exportNoun, type ExportNoun } from './export-noun'
import { wrapped } from './sheet-text'

type Query = z.output<typeof exportClients>
export interface BaseQuestion { caller: Caller; filter: Omit<Query, 'sort' | 'columns' | 'timeZone' | 'ticket' | 'language'>; sort: NonNullable<Query['sort']>; now: Date }
export interface BaseRows { total(question: BaseQuestion): Promise<number>; clients(question: BaseQuestion): AsyncIterable<readonly FileClient[]>; persons(question: BaseQuestion): AsyncIterable<readonly FilePerson[]> }

interface Source<R> { noun: 'clients' | 'persons'; total: BaseRows['total']; pages(question: BaseQuestion): AsyncIterable<readonly R[]>; columns(wanted: Query['columns'], reading: Reading): FileColumn<R>[] }

/** The clients of a list, and the people of the same clients. */
export function baseFiles({ total, clients, persons }: BaseRows): ExportNoun[] {
  return [
    baseFile<FileClient>({ noun: 'clients', total, pages: clients, columns: clientColumnsOf }),
    baseFile<FilePerson>({ noun: 'persons', total, pages: persons, columns: (_wanted, reading) => personColumnsOf(reading) }),
  ]
}

const baseFile = <R>({ noun, total, pages, columns: columnsFor }: Source<R>) => exportNoun({
  routes: { xlsx: clientExportRoutes[`${noun}Xlsx`], csv: clientExportRoutes[`${noun}Csv`], progress: clientExportRoutes.progress }, query: exportClients,
  async open({ columns: wanted, sort = 'name', ...filter }, reading) {
    const { caller, locale, now } = reading
    const [text, words] = [exportTexts[locale], clientExportTexts[locale]]
    const columns = columnsFor(wanted, reading)
    const question = { caller, filter, sort, now }
    const count = await total(question)
    const isFiltered = Object.values(filter).some((value) => value !== undefined)
    return {
      // How many people they have is known when all have been read.
      title: { en: clientExportTexts.en.files[noun], ru: clientExportTexts.ru.files[noun] }, total: noun === 'clients' ? count : null, columns, lines: inCells(pages(question), columns),
      facts: [[text.filters, wrapped(isFiltered ? words.filtered : words.all, text.cutMark)]], remarks: [words.again], parts: [columnPart(columns, locale)],
      tooMany: words.tooManyRows, endedAfter: words.cutRows, audited: { of: noun, clients: count, filter },
    }
  },
})
