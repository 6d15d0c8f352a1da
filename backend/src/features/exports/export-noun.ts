import type { z } from 'zod'
import type { Locale } from '@counterpane/shared/domain/codes'
import { parse } from '../../platform/http/api'
import { asSeen } from '../../platform/visibility/asked-ids'
import type { ExportFile, ExportFormat, Reading } from './export-file'

/** What every export may be told beside its filters. */
interface Common { timeZone?: string; ticket?: string; language?: Locale }
export interface ExportAsk extends Common { open(reading: Reading): Promise<ExportFile> }
/** A noun that is brought out: under which addresses, and how a question for it becomes a file. */
export interface ExportNoun { paths: Record<ExportFormat | 'progress', string>; read(query: unknown): ExportAsk }
interface Described<Q extends Common> { routes: ExportNoun['paths']; query: z.ZodType<Q>; open(filter: Omit<Q, keyof Common>, reading: Reading): Promise<ExportFile> }

export const exportNoun = <Q extends Common>({ routes, query: schema, open }: Described<Q>): ExportNoun => ({
  paths: { xlsx: pathOf(routes.xlsx), csv: pathOf(routes.csv), progress: pathOf(routes.progress) },
  read(query) {
    const { timeZone, ticket, language, ...filter } = asSeen(parse(schema, query, 'query'), { writing: false })
    return { timeZone, ticket, language, open: (reading) => open(filter, reading) }
  },
})
const pathOf = (route: string) => route.replace('GET ', '')
