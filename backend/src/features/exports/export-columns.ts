import { journalColumns, type ExportColumn } from '@counterpane/shared/contract/exports'
import { exportTexts } from '@counterpane/shared/text/export-text'
import { statusText, words } from '@counterpane/shared/text/words'
import type { Cell, FileColumn, Reading as FileReading } from './export-file'
import type { ExportRow } from './exports.types'

type Reading = Pick<FileReading, 'locale' | 'wall'>
interface Column { width: number; read(row: ExportRow, reading: Reading): Cell }

const names = (list: readonly { name: string }[]) => list.map((one) => one.name).join(', ')
const time = (instant: string | null, { wall }: Reading): Cell => (instant === null ? null : { at: wall(instant), day: false, instant })

const columns: Record<ExportColumn, Column> = {
  // A whole day is kept as midnight UTC and is the same date for every reader.
  startsAt: { width: 17, read: (row, reading) => (row.calendar?.allDay ? { at: Date.parse(row.startsAt), day: true } : time(row.startsAt, reading)) },
  durationMinutes: { width: 9, read: (row) => row.durationMinutes },
  method: { width: 13, read: (row, { locale }) => words[locale].method[row.method] },
  direction: { width: 13, read: (row, { locale }) => words[locale].direction[row.direction] },
  counterparty: { width: 30, read: (row) => row.counterparty?.name ?? '' },
  person: { width: 24, read: (row) => names(row.persons) },
  manager: { width: 22, read: (row) => (row.managers.length > 0 ? names(row.managers) : row.manager?.name ?? '') },
  subject: { width: 44, read: (row) => row.subject },
  result: { width: 44, read: (row) => row.result },
  state: { width: 18, read: (row, { locale }) => words[locale].state[row.state] },
  status: { width: 18, read: (row, { locale }) => statusText(row, locale) },
  priority: { width: 11, read: (row, { locale }) => words[locale].priority[row.priority] },
  type: { width: 18, read: (row) => row.type?.name ?? '' },
  firm: { width: 20, read: (row) => row.firm?.name ?? '' },
  adSource: { width: 18, read: (row) => row.adSource?.name ?? '' },
  nextAt: { width: 17, read: (row, reading) => time(row.nextAt, reading) },
  clientClass: { width: 8, read: (row) => row.clientClass ?? '' },
  registeredBy: { width: 22, read: (row) => row.registeredBy?.name ?? '' },
  source: { width: 12, read: (row, { locale }) => exportTexts[locale].source[row.source] },
  files: { width: 8, read: (row) => row.files },
  comment: { width: 30, read: (row) => row.comment },
  createdAt: { width: 17, read: (row, reading) => time(row.createdAt, reading) },
  updatedAt: { width: 17, read: (row, reading) => time(row.updatedAt, reading) },
  content: { width: 60, read: (row) => row.content },
}

/** The columns wanted, each once, in the order wanted. */
export const columnsOf = (wanted: readonly ExportColumn[] | undefined): ExportColumn[] => [...new Set(wanted ?? journalColumns)]
export const contactColumns = (keys: readonly ExportColumn[], reading: Reading): FileColumn<ExportRow>[] =>
  keys.map((key) => ({ ...exportTexts[reading.locale].column[key], width: columns[key].width, read: (row) => columns[key].read(row, reading) }))
