import type { Table, TableSource } from '../../ports/table-source'
import { openCsv } from './csv-table'
import { tableLimits, tableProblems, unreadable } from './table-errors'
import { examine } from './text-encoding'
import { openVcards } from './vcard-table'

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1')
const oldOfficeMark = Buffer.from('d0cf11e0', 'hex')

/** What a file is, its bytes tell; its name may say anything. */
export function createTableSource(): TableSource {
  return {
    async open(path, signal): Promise<Table> {
      const facts = await examine(path, { limit: tableLimits.file, signal })
      if (facts === 'too-large') throw unreadable(tableProblems.tooLarge)
      if (facts.size === 0) throw unreadable(tableProblems.empty)
      if (facts.head.subarray(0, 4).equals(zipMark)) {
        // Its library is large, and most tables are text.
        const { openXlsx } = await import('./xlsx-table')
        return openXlsx(path, { hash: facts.hash, signal })
      }
      if (facts.head.subarray(0, 4).equals(oldOfficeMark)) throw unreadable(tableProblems.oldWorkbook)
      const isCards = /^\uFEFF?\s*BEGIN:VCARD/i.test(new TextDecoder(facts.encoding).decode(facts.head.subarray(0, 200)))
      return isCards ? openVcards(path, facts, signal) : openCsv(path, facts, signal)
    },
  }
}
