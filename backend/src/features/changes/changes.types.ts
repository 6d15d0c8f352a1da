import type { Locale } from '@counterpane/shared/domain/codes'
import type { Tx } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'

export type Noun = 'contact' | 'counterparty' | 'person' | 'task'
export type Fields = Record<string, unknown>

/** A record as the trail tells of it: fields under the names, and in the forms, in which changes of them are written. */
export interface Standing {
  fields: Fields
  /** How much of its words the caller may read. */
  seen: 'all' | 'subject' | 'none'
  /** Whether the caller may change these fields; never of a record that was taken back. */
  mayChange(names: readonly string[]): boolean
  /** Writes these fields; false when the record is no longer the one that stood here, `circle` when linked contacts would go in one. `changedAt`: when the change that is taken back was made. */
  write(tx: Tx, fields: Fields, signed: { at: Date; caller: Caller; changedAt: Date }): Promise<boolean | 'circle'>
  /** Takes back what the same save made besides, once these fields are written: what became of those records. */
  takeAlong?(tx: Tx, fields: Fields, signed: { at: Date; caller: Caller; changedAt: Date }): Promise<Along>
  /** Told when it is all kept. `along`: records that were taken back with it. */
  written(fields: Fields, along: readonly string[]): void
}
/** Records besides the one of the change, by their ids; `left`: somebody has worked on those since. */
export interface Along { undone: readonly string[]; left: readonly string[] }

/** What the changes of one kind of record need of its room; null: there is none of that id. */
export type FindStanding = (id: string, caller: Caller) => Standing | null
export type Keepers = Record<Noun, FindStanding>

/** One line of the trail. */
export interface Entry {
  id: string; at: number; managerId: string | null; managerName: string | null; noun: Noun; nounId: string; action: string
  before: Fields | null; after: Fields | null; setId: string | null; undoneAt: number | null; whole: boolean
}
export interface Reader { caller: Caller; locale: Locale }
