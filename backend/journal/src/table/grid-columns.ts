import type { JournalColumn } from '@counterpane/shared/contract/exports'
import type { ViewColumn } from '@counterpane/shared/contract/journal'
import type { JournalWords } from '@counterpane/shared/text/journal-words'
import type { ListWords } from '@counterpane/shared/text/list-journal'

/** How much room the list has: all columns, fewer and fewer, or a card for each contact. */
export type Layout = 'wide' | 'broad' | 'medium' | 'small' | 'cards'
type Room = Exclude<Layout, 'cards'>

/** `sort` is the API's name for ordering by it; `least` pixels and a share of what is left, or none; `room` is the narrowest layout in which a usual column still stands. `mark` names its cells for styles. */
interface Shape { sort: string | null; least: number; share: number; room: Room; mark: string; number?: true; newestFirst?: true }
const shapes: Record<JournalColumn, Shape> = {
  startsAt: { sort: 'startsAt', least: 110, share: 0, room: 'small', mark: 'date', newestFirst: true },
  durationMinutes: { sort: 'durationMinutes', least: 56, share: 0, room: 'wide', mark: 'minutes', number: true, newestFirst: true },
  method: { sort: 'method', least: 144, share: 0, room: 'small', mark: 'method' },
  direction: { sort: 'direction', least: 112, share: 0, room: 'wide', mark: 'direction' },
  counterparty: { sort: 'counterparty', least: 110, share: 1.3, room: 'small', mark: 'client' },
  person: { sort: 'person', least: 90, share: 1, room: 'wide', mark: 'person' },
  manager: { sort: 'manager', least: 90, share: 0.9, room: 'medium', mark: 'manager' },
  subject: { sort: 'subject', least: 160, share: 2.6, room: 'small', mark: 'subject' },
  result: { sort: 'result', least: 140, share: 1.6, room: 'wide', mark: 'result' },
  state: { sort: 'state', least: 104, share: 1, room: 'broad', mark: 'state' },
  status: { sort: 'status', least: 128, share: 1, room: 'small', mark: 'status' },
  priority: { sort: 'priority', least: 92, share: 0, room: 'wide', mark: 'priority' },
  type: { sort: 'type', least: 110, share: 0.8, room: 'wide', mark: 'type' },
  firm: { sort: 'firm', least: 110, share: 0.8, room: 'wide', mark: 'firm' },
  adSource: { sort: 'adSource', least: 136, share: 0.8, room: 'wide', mark: 'source' },
  nextAt: { sort: 'nextAt', least: 132, share: 0, room: 'wide', mark: 'next', newestFirst: true },
  clientClass: { sort: null, least: 108, share: 0, room: 'wide', mark: 'class' },
  registeredBy: { sort: 'registeredBy', least: 132, share: 0.9, room: 'wide', mark: 'registered' },
  source: { sort: 'source', least: 96, share: 0, room: 'wide', mark: 'from' },
  files: { sort: null, least: 68, share: 0, room: 'wide', mark: 'files', number: true },
  comment: { sort: null, least: 140, share: 1.4, room: 'wide', mark: 'comment' },
  createdAt: { sort: 'createdAt', least: 140, share: 0, room: 'wide', mark: 'created', newestFirst: true },
  updatedAt: { sort: 'updatedAt', least: 132, share: 0, room: 'wide', mark: 'updated', newestFirst: true },
}
export interface GridColumn extends Shape { key: JournalColumn; width: number | null }

/** All columns in their usual order; the contract's own list comes with all its schemas, so it is not read here. */
export const allColumns = Object.keys(shapes) as JournalColumn[]
export const usualColumns = ['startsAt', 'durationMinutes', 'method', 'counterparty', 'person', 'manager', 'subject', 'state', 'status'] as const satisfies readonly JournalColumn[]
export const isColumn = (key: string): key is JournalColumn => Object.hasOwn(shapes, key)

const rooms = ['small', 'medium', 'broad', 'wide'] as const
/** Each from where the usual columns find their least room. */
export const layoutOf = (width: number): Layout => (width < 720 ? 'cards' : width < 810 ? 'small' : width < 912 ? 'medium' : width < 1_080 ? 'broad' : 'wide')
export const rowHeight: Record<Layout, number> = { wide: 52, broad: 52, medium: 52, small: 52, cards: 108 }
export const headHeight: Record<Layout, number> = { wide: 40, broad: 40, medium: 40, small: 40, cards: 56 }
export const tickWidth = 32
/** Around the cells of a row: its edge and its space left and right. */
const aroundCells = 27

const isUsual = (columns: readonly ViewColumn[]) => columns.length === usualColumns.length && usualColumns.every((key) => columns.some((column) => column.key === key))
const cardColumns = ['startsAt', 'status', 'subject', 'counterparty', 'method', 'manager', 'state'] as const

/** What is drawn: of the usual columns those that find room; columns of one's own choice all, the list then scrolls sideways. A card has its own. */
export function columnsIn(layout: Layout, chosen: readonly ViewColumn[]): GridColumn[] {
  if (layout === 'cards') return cardColumns.map((key) => ({ ...shapes[key], key, width: null }))
  const columns = chosen.flatMap(({ key, width }) => (isColumn(key) ? { ...shapes[key], key, width } : []))
  return isUsual(chosen) ? columns.filter(({ room }) => rooms.indexOf(layout) >= rooms.indexOf(room)) : columns
}
const track = ({ width, least, share }: GridColumn) => (width !== null ? `${width}px` : share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`)
export const tracksOf = (columns: readonly GridColumn[], resized?: { key: JournalColumn; width: number }) =>
  [`${tickWidth}px`, ...columns.map((column) => track(resized?.key === column.key ? { ...column, width: resized.width } : column))].join(' ')
export const leastWidth = (columns: readonly GridColumn[]) => columns.reduce((sum, { width, least }) => sum + (width ?? least), tickWidth + aroundCells)

/** The name of a column in its heading; the subject's carries the result too as long as that has no column of its own. */
export function headingOf(key: JournalColumn, columns: readonly { key: string }[], { column }: ListWords, text: JournalWords): { short: string; long: string } {
  if (key === 'subject' && !columns.some((one) => one.key === 'result')) return { short: text.column.subject, long: text.column.subject }
  if (key === 'durationMinutes') return { short: text.column.minutes, long: column.durationMinutes }
  return { short: column[key], long: column[key] }
}
