import { importLimits } from '@counterpane/shared/contract/imports'
import { foldText } from '@counterpane/shared/text/fold'
import { LRUCache } from 'lru-cache'
import { sha256 } from '../../platform/crypto/digest'
import type { Table, UploadedTables } from '../../ports/table-source'
import { guessMapping } from './guess-mapping'
import { isImportField, type Mapping } from './import-fields'
import type { Preview } from './import-presenter'

/** Files with the same words above their columns, in the same order, share a mapping. */
export const headerKeyOf = (columns: readonly string[]) => sha256(columns.map((title) => foldText(title)).join('\u0000'))
/** A cell of a preview: what is longer nobody reads there. */
const cellLength = 200

/** The first rows of files that were uploaded and not run yet; looked up anew when they have been forgotten. */
export function createPreviews({ tables, mappingOf }: { tables: UploadedTables; mappingOf: (headerKey: string) => (string | null)[] | null }) {
  const seen = new LRUCache<string, Pick<Preview, 'kind' | 'encoding' | 'sample'>>({ max: 50 })
  /** What somebody corrected before, as far as it fits, else what it looks like. */
  function keptFor(columns: readonly string[]): Mapping | null {
    const kept = mappingOf(headerKeyOf(columns))
    return kept?.length === columns.length ? kept.map((field) => (isImportField(field) ? field : null)) : null
  }
  async function look(key: string, table: Table) {
    const sample: string[][] = []
    for await (const line of table.lines()) {
      if ('cells' in line) sample.push(table.header.map((_, at) => (line.cells[at] ?? '').slice(0, cellLength)))
      if (sample.length === importLimits.sample) break
    }
    const facts = { kind: table.kind, encoding: table.encoding ?? null, sample }
    seen.set(key, facts)
    return facts
  }
  return {
    keptFor, look,
    async of(key: string, columns: readonly string[]): Promise<Preview | null> {
      const table = seen.has(key) ? null : await tables.open(key).catch(() => null)
      const facts = seen.get(key) ?? (table && await look(key, table))
      return facts && { ...facts, guessed: guessMapping(columns), kept: keptFor(columns) !== null }
    },
  }
}
export type Previews = ReturnType<typeof createPreviews>
