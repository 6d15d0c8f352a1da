import type { CalendarCopy, CalendarWorld, InstantWindow, LogEntry } from '../world/calendar-world.types'
import { overlaps } from '../world/world-wall-time'
import { bareOccurrence, graphEvent, idShown, type EventStyle, type GraphEvent } from './demo-graph-event'

/** How the delta bends: what real ones are known to do. */
export interface DeltaHabits {
  /** Deleted occurrences of a living series get a tombstone of their own. */
  occurrenceTombstones: boolean
  /** A series that goes as a whole takes its occurrences along without a word about each. */
  masterTombstoneOnly: boolean
  /** Series masters stand among the rows. */
  masters: boolean
  /** Each n-th page is empty, with a link to the next one; 0: none. */
  emptyEvery: number
  /** Some items stand in two pages. */
  repeat: boolean
  reverse: boolean
}
export const usualHabits: DeltaHabits = { occurrenceTombstones: false, masterTombstoneOnly: false, masters: true, emptyEvery: 0, repeat: false, reverse: false }

interface Round { id: number; mailbox: string; window: InstantWindow; upTo: number; ids: readonly string[] }
interface TokenFacts { kind: 'skip' | 'delta'; mailbox: string; window: InstantWindow; revision: number; generation: number; round: number; page: number; size: number }
export type DeltaToken = TokenFacts
export interface DeltaPage { rows: GraphEvent[]; next: { kind: 'skip' | 'delta'; token: string } }

const remembered = 200

/** Rounds of calendarView/delta. A token carries its window and place; only a round that is under way is remembered here. */
export function createDeltaRounds({ world, habits }: { world: CalendarWorld; habits: DeltaHabits }) {
  const rounds = new Map<number, Round>()
  const generations = new Map<string, number>()
  let everybody = 0
  let made = 0
  const generationOf = (mailbox: string) => everybody + (generations.get(mailbox) ?? 0)
  const write = (facts: TokenFacts) => Buffer.from(JSON.stringify({ ...facts, salt: 'R0usmcCM996atia_s'.repeat(6) })).toString('base64url')

  function read(token: string): TokenFacts | null {
    try {
      const facts = JSON.parse(Buffer.from(token, 'base64url').toString()) as TokenFacts
      return typeof facts.mailbox === 'string' && typeof facts.window.from === 'number' ? facts : null
    } catch {
      return null
    }
  }

  function begin(mailbox: string, window: InstantWindow, since: number | null): Round {
    const ids = since === null ? everything(mailbox, window) : world.changesSince(mailbox, since).filter((entry) => isTold(mailbox, entry)).map(({ eventId }) => eventId)
    if (habits.reverse) ids.reverse()
    if (habits.repeat) ids.push(...ids.filter((_, index) => index % 3 === 0))
    const round = { id: (made += 1), mailbox, window, upTo: world.revision(mailbox), ids }
    rounds.set(round.id, round)
    if (rounds.size > remembered) rounds.delete([...rounds.keys()][0] ?? 0)
    return round
  }
  function everything(mailbox: string, window: InstantWindow): string[] {
    const inside = world.listOccurrenceIds(mailbox, window)
    const masters = new Set(inside.flatMap(({ seriesId }) => (seriesId === null || !habits.masters ? [] : [seriesId])))
    return [...masters, ...inside.map(({ eventId }) => eventId)]
  }
  /** One deleted date of a series that goes on is told by the series' own list only. */
  function isTold(mailbox: string, { slot, seriesId, change }: LogEntry): boolean {
    if (slot === null || seriesId === null || change !== 'deleted' || habits.occurrenceTombstones) return true
    const series = world.find(mailbox, seriesId)
    if (series === null || series.state === 'gone') return !habits.masterTombstoneOnly
    return !series.deletedSlots.includes(slot)
  }

  function rowOf(mailbox: string, eventId: string, window: InstantWindow, style: EventStyle): GraphEvent[] {
    const copy = world.find(mailbox, eventId)
    const tombstone = { '@odata.type': '#microsoft.graph.event', id: idShown(eventId, style.immutable), '@removed': { reason: 'deleted' } }
    if (!copy || copy.state === 'gone') return [tombstone]
    if (copy.type === 'series') return habits.masters ? [graphEvent(copy, world, style)] : []
    if (!overlaps(copy.span, window)) return [tombstone]
    return [copy.type === 'occurrence' ? bareOccurrence(copy, style) : graphEvent(copy, world, style)]
  }

  function pageOf(round: Round, page: number, size: number, style: EventStyle): DeltaPage {
    const pages = habits.emptyEvery > 0 ? habits.emptyEvery : 0
    const isEmpty = pages > 0 && page % pages === pages - 1
    const full = pages > 0 ? page - Math.floor(page / pages) : page
    const rows = isEmpty ? [] : round.ids.slice(full * size, (full + 1) * size).flatMap((eventId) => rowOf(round.mailbox, eventId, round.window, style))
    const last = !isEmpty && (full + 1) * size >= round.ids.length
    const facts = { mailbox: round.mailbox, window: round.window, revision: round.upTo, generation: generationOf(round.mailbox), round: round.id, page: page + 1, size }
    return { rows, next: last ? { kind: 'delta', token: write({ ...facts, kind: 'delta' }) } : { kind: 'skip', token: write({ ...facts, kind: 'skip' }) } }
  }

  return {
    read,
    first: (mailbox: string, window: InstantWindow, size: number, style: EventStyle): DeltaPage => pageOf(begin(mailbox, window, null), 0, size, style),
    /** null: its state is not there any more. */
    next(facts: TokenFacts, size: number, style: EventStyle): DeltaPage | null {
      if (facts.generation !== generationOf(facts.mailbox)) return null
      if (facts.kind === 'delta') return pageOf(begin(facts.mailbox, facts.window, facts.revision), 0, size, style)
      const round = rounds.get(facts.round)
      return round ? pageOf(round, facts.page, facts.size, style) : null
    },
    /** All tokens of a mailbox, or of all, lead to 410 from here on. */
    expire(mailbox?: string) {
      if (mailbox === undefined) everybody += 1
      else generations.set(mailbox, (generations.get(mailbox) ?? 0) + 1)
    },
  }
}
export type DeltaRounds = ReturnType<typeof createDeltaRounds>
export const isWhole = (copy: CalendarCopy | null): copy is CalendarCopy => copy !== null && copy.state !== 'gone'
