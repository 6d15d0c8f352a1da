import type { Locale } from '@counterpane/shared/domain/codes'
import type { TableLine } from '../../ports/table-source'
import { importProblems } from './import-problems'
import type { StoredProblem } from './imports.repository'
import type { Problem, RowOutcome } from './imports.types'
import { keptCells } from './problems-csv'

/** So many are told of in the report; the database keeps all. */
const told = 10_000
/** Of so many rows with problems their own cells are kept beside. */
const mostRows = 20_000

/** What there is to say of the rows, counted and in words. `begun`: whoever has a later id was made by a row of this file. */
export function createFindings({ locale, begun, isWritten }: { locale: Locale; begun: string; isWritten: boolean }) {
  const problems: { row: number; field: string; message: string }[] = []
  let [position, problemCount, duplicateCount, rowCount] = [0, 0, 0, 0]

  const duplicateOf = ({ row, known }: RowOutcome): StoredProblem[] => (known === null ? [] : [{
    position: position++, row, kind: 'duplicate', field: known.noun, nounId: isWritten || known.id < begun ? known.id : null, message: importProblems[known.id < begun ? 'known' : 'repeated'](known.name)[locale],
  }])
  /** Each row's problems, and behind them its own cells; not those of a row that tells of somebody erased. */
  function problemsOf(found: readonly Problem[], lines: readonly TableLine[]): StoredProblem[] {
    const cellsOf = new Map(lines.flatMap((line) => ('cells' in line ? [[line.row, line.cells] as const] : [])))
    const byRow = new Map<number, Problem[]>()
    for (const one of found) byRow.set(one.row, [...byRow.get(one.row) ?? [], one])
    return [...byRow].flatMap(([row, ofRow]) => {
      const cells = rowCount < mostRows && !ofRow.some(({ message }) => message === importProblems.erased) ? cellsOf.get(row) : undefined
      const stored = ofRow.map(({ message, field }): StoredProblem => ({ position: position++, row, kind: 'problem', field, nounId: null, message: message[locale] }))
      if (cells) rowCount++
      return cells ? [...stored, { position: position++, row, kind: 'row' as const, field: 'row', nounId: null, message: keptCells(cells) }] : stored
    })
  }
  return {
    of(planned: { outcomes: readonly RowOutcome[]; problems: readonly Problem[] }, lines: readonly TableLine[]): StoredProblem[] {
      const fresh = planned.problems.length === 0 ? [] : problemsOf(planned.problems, lines)
      const known = planned.outcomes.flatMap(duplicateOf)
      problemCount += planned.problems.length
      duplicateCount += known.length
      for (const { row, kind, field, message } of fresh) if (kind === 'problem' && problems.length < told) problems.push({ row, field, message })
      return [...fresh, ...known]
    },
    report: () => ({ problems, problemCount, duplicateCount }),
  }
}
