import type { JournalWords } from '@counterpane/shared/text/journal-words'

/** How much room the list has: all columns, fewer, the least, or a card for each contact. */
export type Layout = 'wide' | 'medium' | 'small' | 'cards'

/** Columns of the journal in their order; `sort` is the API's name for ordering by it, `width` a track of the grid. `room` is the narrowest layout that still has it. */
export const gridColumns = [
  { key: 'date', sort: 'startsAt', width: 'minmax(96px, 118px)', room: 'small' },
  { key: 'minutes', sort: 'durationMinutes', width: '52px', room: 'wide' },
  { key: 'method', sort: 'method', width: 'minmax(104px, 136px)', room: 'small' },
  { key: 'client', sort: 'counterparty', width: 'minmax(110px, 1.3fr)', room: 'small' },
  { key: 'person', sort: null, width: 'minmax(90px, 1fr)', room: 'wide' },
  { key: 'manager', sort: 'manager', width: 'minmax(90px, 0.9fr)', room: 'medium' },
  { key: 'subject', sort: 'subject', width: 'minmax(160px, 2.6fr)', room: 'small' },
  { key: 'state', sort: 'state', width: 'minmax(104px, 1fr)', room: 'medium' },
  { key: 'status', sort: 'status', width: 'minmax(108px, 1fr)', room: 'small' },
] as const satisfies readonly { key: keyof JournalWords['column']; sort: string | null; width: string; room: Exclude<Layout, 'cards'> }[]

const rooms = ['small', 'medium', 'wide'] as const
export const layoutOf = (width: number): Layout => (width < 600 ? 'cards' : width < 800 ? 'small' : width < 1_080 ? 'medium' : 'wide')
export const rowHeight: Record<Layout, number> = { wide: 52, medium: 52, small: 52, cards: 108 }
/** A card shows what a wide row does, but for what its small room leaves out by style. */
export const hasColumn = (layout: Layout, room: Exclude<Layout, 'cards'>) => layout === 'cards' || rooms.indexOf(layout) >= rooms.indexOf(room)
export const columnsOf = (layout: Layout) => gridColumns.filter(({ room }) => hasColumn(layout, room))
export const tracksOf = (layout: Layout, selecting: boolean) => [...(selecting ? ['36px'] : []), ...columnsOf(layout).map(({ width }) => width)].join(' ')
