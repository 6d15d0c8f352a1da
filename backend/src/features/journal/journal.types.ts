import type { z } from 'zod'
import type { contactFilter } from '@counterpane/shared/contract/contact'
import type { JournalRow } from '@counterpane/shared/contract/journal'
import type { Locale } from '@counterpane/shared/domain/codes'

export type JournalFilter = z.output<z.ZodObject<typeof contactFilter>>
export interface JournalViewer { callerId: string; locale: Locale; now: Date }
export interface ExportQuestion { filter: JournalFilter; sort: string | undefined; withContent: boolean; viewer: JournalViewer }
/** A row with its whole texts; `content` is '' unless asked for. What the viewer may not read is '' too. */
export interface JournalExportRow extends Omit<JournalRow, 'etag'> { content: string }
