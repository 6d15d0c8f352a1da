import { setImmediate } from 'node:timers/promises'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Caller } from '../../platform/http/caller'
import type { SheetCell } from './xlsx-bytes'

export type ExportFormat = 'xlsx' | 'csv'
/** `day`: a date without an hour. Both are what the wall's clock shows, as if the wall were in UTC; `instant` is the moment itself. */
export interface WallTime { at: number; day: boolean; instant?: string }
export type Cell = string | number | WallTime | null
/** Who reads the file, in which language, and what the clock on their wall shows at an instant. */
export interface Reading { caller: Caller; locale: Locale; now: Date; wall(instant: string): number }

export interface Heading { name: string; meaning: string; width: number }
export interface FileColumn<R> extends Heading { read(row: R): Cell }
/** A part of the second sheet: a title and lines of a name and its words. */
export interface Part { title: string; lines: readonly (readonly [string, string])[] }

/** One file: a description of its columns over a source of rows, and what the second sheet says of both. */
export interface ExportFile {
  title: Record<Locale, string>
  /** Rows, counted before; null when it is known only once all have been read. */
  total: number | null
  columns: readonly Heading[]
  lines: AsyncIterable<readonly (readonly Cell[])[]>
  facts: readonly (readonly [string, SheetCell])[]; remarks: readonly string[]; parts: readonly Part[]
  tooMany(count: number): string; endedAfter(count: number): string
  /** What the trail keeps of it. */
  audited: Readonly<Record<string, unknown>>
}

/** So many rows are turned into words before others get their turn on this thread. */
const slice = 50

/** The rows of a source as cells of its columns, some at a time. */
export async function* inCells<R>(pages: AsyncIterable<readonly R[]>, columns: readonly FileColumn<R>[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const page of pages) {
    for (let at = 0; at < page.length; at += slice) {
      yield page.slice(at, at + slice).map((row) => columns.map((column) => column.read(row)))
      await setImmediate()
    }
  }
}
