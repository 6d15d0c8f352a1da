import { inOrder } from './filter-parts'
import type { Plan } from './listing-sql'
import type { Condition, Question, Sample } from './listing.types'

/** What a step costs, in microseconds: an entry of the journal's index, an entry of another index and the journal's beside it, a row found by its id, a row of the table as it lies. */
const prices = { entry: 0.2, led: 1.5, byId: 12, row: 0.5 }
/** Without a sample: whose rows are few. */
const few = ['words', 'personId', 'counterpartyId', 'noNextStep', 'noOutcome', 'overdue']
/** What rare words are taken to find: no sample tells. */
const rareRows = 2_000
/** From so many rows on, what is asked of each is gathered first. */
const manyRows = 4_000

export interface Choice extends Plan { /** Guessed, in milliseconds. */ cost: number }
/** `wanted`: rows of a page, newest or oldest first; null: all that fit are wanted, in no order. `looks`: what is wanted of them stands in the table only. `price`: what else is asked of each row that fits. */
export interface Wish { wanted: number | null; descending?: boolean; looks?: boolean; price?: number }

/** Which condition leads. A sample of contacts tells how many rows a walk looks at until a page is full, for each index that could be walked; the cheapest walk is taken. */
export function choosePlan({ conditions, period }: Question, sample: Sample | null, { wanted, descending = true, looks = false, price = 0 }: Wish): Choice {
  if (!sample || sample.rows.length === 0) {
    const lead = few.map((name) => conditions.find((one) => one.name === name && one.branches)).find(Boolean) ?? null
    return { lead, scan: false, many: false, cost: 0 }
  }
  const inPeriod = sample.rows.filter((row) => (period.from === null || row.startsAt >= period.from) && (period.to === null || row.startsAt < period.to))
  if (!descending) inPeriod.reverse()
  // Each row's answers as bits: a guess must cost less than the rows it saves. What a number of 32 bits does not hold is taken to fit.
  const bits = new Map(conditions.slice(0, 30).map((one, at) => [one, 1 << at]))
  const answers = Int32Array.from(inPeriod, (row) => { let fit = 0; for (const [one, bit] of bits) if (one.fits?.(row) ?? true) fit |= bit; return fit })
  const bitsOf = (asked: readonly (Condition | null)[]) => asked.reduce((sum, one) => sum | ((one && bits.get(one)) ?? 0), 0)
  const rowsOf = (asked: readonly (Condition | null)[], end = answers.length) => {
    const wantedBits = bitsOf(asked)
    let count = 0
    for (let at = 0; at < end; at++) if (((answers[at] ?? 0) & wantedBits) === wantedBits) count++
    return count
  }
  const scale = sample.total / sample.rows.length
  const allBits = bitsOf(conditions)
  const found = rowsOf(conditions)
  const firstFound = found === 0 ? answers.length : answers.findIndex((fit) => (fit & allBits) === allBits)
  const share = conditions.some((one) => one.fits === null && one.branches) ? Math.min(1, rareRows / sample.total) : 1
  const foundRows = (found + 0.3) * share

  /** What it costs to ask the other conditions of one row: the dear ones of those only that passed the cheap ones. */
  const askingOf = (lead: Condition | null, scan: boolean) => {
    const range = rowsOf([lead])
    const passed: (Condition | null)[] = [lead]
    const asking = inOrder(conditions).filter((one) => one !== lead).reduce((sum, one) => {
      const share = (rowsOf(passed) + 0.3) / (range + 0.3)
      passed.push(one)
      return sum + share * (scan && one.looks ? 0 : one.price)
    }, 0)
    return asking + (((looks && !scan ? 3 : 0) + price) * foundRows) / (range + 0.3)
  }
  const costOf = (lead: Condition | null, scan = false): Choice => {
    const asking = askingOf(lead, scan)
    if (scan) return { lead, scan, many: true, cost: (sample.total * prices.row + inPeriod.length * scale * asking) / 1_000 }
    const range = rowsOf([lead])
    // A sample that holds none of something says only that there is less than a sampled row's worth.
    const rows = (range + 0.3) * scale
    // Times are not alike: the future is all planned. What stands before the first that fits is walked through in vain.
    const inVain = rowsOf([lead], firstFound)
    const branches = lead?.branches ?? []
    const walks = lead ? branches.filter((branch) => 'walk' in branch).length : 1
    const walked = walks === 0 ? 0 : wanted === null ? rows : Math.min(rows, inVain * scale + (wanted * walks * (range - inVain + 0.3)) / foundRows)
    const ids = branches.length > walks && lead ? idsOf(lead) : 0
    return { lead, scan, many: walked > manyRows, cost: (walked * ((lead ? prices.led : prices.entry) + asking) + ids * (prices.byId + asking)) / 1_000 }
  }
  const idsOf = (lead: Condition) => {
    if (lead.fits === null) return rareRows // common ones have no branch
    if (lead.branches?.every((branch) => 'ids' in branch)) return (sample.rows.filter((row) => lead.fits?.(row)).length + 0.3) * scale
    const beside = sample.rows.filter((row) => (lead.name === 'managerId' ? row.managerIds.length > 1 : row.alsoIds.length > 0) && lead.fits?.(row)).length
    return (beside + 0.1) * scale
  }
  const choices = [costOf(null), costOf(null, true), ...conditions.filter((one) => one.branches).map((lead) => costOf(lead))]
  return choices.reduce((best, one) => (one.cost < best.cost ? one : best))
}
