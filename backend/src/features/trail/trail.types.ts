import type { TrailEntry, TrailQuery } from '@counterpane/shared/contract/trail'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Caller } from '../../platform/http/caller'

/** One line of the trail as it is stored. */
export interface TrailRow {
  id: string; at: number; managerId: string | null; managerName: string | null; noun: string; nounId: string; action: string
  before: Record<string, unknown> | null; after: Record<string, unknown> | null; setId: string | null; undoneAt: number | null
}
export interface TrailReader { caller: Caller; locale: Locale }
export type TrailFilter = Omit<TrailQuery, 'cursor' | 'limit'>
/** What people are told of an entry beside who, when and what. `nounId`: in place of one that would itself name what is masked. */
export type Told = Pick<TrailEntry, 'title' | 'fields' | 'masked' | 'clientId'> & Partial<Pick<TrailEntry, 'nounId'>>

/** `tell`: in the words of each room, as the reader may see them; one for each row. `idsOf`: what of the base a text names. `csvLine`: as every export writes it. */
export interface TrailNeeds {
  tell(rows: readonly TrailRow[], reader: TrailReader): Told[]
  csvLine(cells: readonly string[]): string
}
