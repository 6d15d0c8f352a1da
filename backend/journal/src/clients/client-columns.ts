import type { ClientColumn, ClientSort } from '@counterpane/shared/contract/client-list'
import type { ViewColumn } from '@counterpane/shared/contract/journal'
import type { ColumnKind } from '../table/use-columns'

interface Shape { sort: ClientSort | null; least: number; share: number; newestFirst?: true; number?: true }
const shapes: Record<ClientColumn, Shape> = {
  name: { sort: 'name', least: 200, share: 2.4 }, class: { sort: 'class', least: 72, share: 0 }, kind: { sort: null, least: 104, share: 0.5 }, status: { sort: null, least: 104, share: 0.6 }, manager: { sort: 'manager', least: 120, share: 1 },
  lastHeldAt: { sort: 'lastHeldAt', least: 156, share: 0, newestFirst: true }, next: { sort: null, least: 150, share: 0 }, openTasks: { sort: null, least: 96, share: 0, number: true }, people: { sort: null, least: 72, share: 0, number: true },
  reach: { sort: null, least: 140, share: 1 }, industry: { sort: null, least: 112, share: 0.8 }, region: { sort: null, least: 112, share: 0.8 }, turnover: { sort: null, least: 96, share: 0.4 }, adSource: { sort: null, least: 112, share: 0.6 }, createdAt: { sort: 'createdAt', least: 128, share: 0, newestFirst: true },
}
export interface ClientGridColumn extends Shape { key: ClientColumn; width: number | null }
/** The contract's own list comes with all its schemas, so it is not read here. */
export const allClientColumns = Object.keys(shapes) as ClientColumn[]
const usual: readonly ViewColumn[] = (['name', 'class', 'manager', 'lastHeldAt', 'next', 'openTasks', 'people', 'region'] as const).map((key) => ({ key, width: null }))
const isKnown = (key: string): key is ClientColumn => Object.hasOwn(shapes, key)
export const clientColumnKind: ColumnKind = { storageKey: 'counterpane.clients.columns', usual, isKnown }

/** On a card: the name, and under it what one looks for first. */
const onCards = ['name', 'lastHeldAt', 'manager', 'next'] as const
export const drawnColumns = (chosen: readonly ViewColumn[], cards: boolean): ClientGridColumn[] =>
  (cards ? onCards.map((key) => ({ key, width: null })) : chosen).flatMap(({ key, width }) => (isKnown(key) ? [{ ...shapes[key], key, width }] : []))
const track = ({ width, least, share }: ClientGridColumn) => (width !== null ? `${width}px` : share > 0 ? `minmax(${least}px, ${share}fr)` : `${least}px`)
export const tracksOf = (columns: readonly ClientGridColumn[], resized?: { key: ClientColumn; width: number }) => ['32px', ...columns.map((one) => track(resized?.key === one.key ? { ...one, width: resized.width } : one))].join(' ')
export const leastWidth = (columns: readonly ClientGridColumn[]) => columns.reduce((sum, { width, least }) => sum + (width ?? least), 59)
