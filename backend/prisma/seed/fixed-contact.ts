import type { Direction, Method, State, Status } from '@counterpane/shared/domain/codes'
import type { ContactTypeId } from './seed-story'

/** A contact written by hand. `day` counts from the day of "now"; `after` is the place in the same list of the one it continues. */
export interface FixedContact {
  day: number; time: string; method: Method; direction: Direction; status: Status; state: State; manager: string; persons: readonly string[]; type: ContactTypeId; subject: string
  minutes?: number; content?: string; result?: string; managers?: readonly string[]; after?: number; priority?: 'high' | 'low'; files?: readonly string[]; comment?: string
}
export interface FixedTask { day: number; time: string; title: string; manager: string; by?: string; kind?: 'note'; done?: string; contact?: number }
