import type { z } from 'zod'
import type { contactFilter } from '@counterpane/shared/contract/contact'
import type { JournalRow } from '@counterpane/shared/contract/journal'
import type { Locale } from '@counterpane/shared/domain/codes'

type Filter = z.output<z.ZodObject<typeof contactFilter>>
export interface ExportQuestion { filter: Filter; sort: string | undefined; withContent: boolean; viewer: { callerId: string; locale: Locale; now: Date } }
/** A row with its whole texts; `content` is '' unless asked for. What the viewer may not read is '' too. */
export interface ExportRow extends Omit<JournalRow, 'etag'> { content: string }
/** The journal's rows in its order, some hundred at a time, read beside the main thread; `total` counts them before. */
export interface ExportRows {
  total(question: ExportQuestion): Promise<number>
  pages(question: ExportQuestion): AsyncIterable<readonly ExportRow[]>
}
