import type { contactSorts } from '@counterpane/shared/contract/contact'
import type { Grouping } from '@counterpane/shared/contract/journal'
import type { Direction, Method, Priority, Source, State, Status } from '@counterpane/shared/domain/codes'
import { directions, methods, priorities, sources, states, statuses } from '@counterpane/shared/domain/codes'
import type { PeriodChoice } from './period'

/** Ids, of which any may fit; `none` stands for those that have none, where the API knows it. */
export const idFilters = ['counterpartyId', 'personId', 'managerId', 'teamId', 'type', 'firmId', 'adSourceId', 'registeredById', 'segmentId'] as const
/** What the strip above the list counts, whatever the period. */
export const forgottenFlags = ['overdue', 'noOutcome', 'noNextStep', 'withoutClient'] as const
/** Pressed it says yes or no; null does not ask. */
export const yesOrNo = ['withResult', 'withFiles', 'withNext', 'private', 'vip'] as const
export const wordFilters = ['q', 'subject', 'result'] as const
export const minuteFilters = ['minutesFrom', 'minutesTo'] as const
/** Local dates, with a time when it matters; a last date without a time counts whole. */
export const dateFilters = ['createdFrom', 'createdTo', 'updatedFrom', 'updatedTo'] as const
export const codeFilters = { method: methods, direction: directions, status: statuses, state: states, priority: priorities, source: sources } as const

export type IdFilter = (typeof idFilters)[number]
export type ForgottenFlag = (typeof forgottenFlags)[number]
export type YesOrNo = (typeof yesOrNo)[number]
type Words = (typeof wordFilters)[number] | (typeof minuteFilters)[number] | (typeof dateFilters)[number]

/** What the journal shows. The address bar holds exactly this, so a link, a reload and "back" all give the same view. An empty list means "any". */
export interface JournalView extends PeriodChoice, Record<IdFilter, readonly string[]>, Record<ForgottenFlag, boolean>, Record<YesOrNo, boolean | null>, Record<Words, string> {
  method: readonly Method[]; direction: readonly Direction[]; status: readonly Status[]; state: readonly State[]; priority: readonly Priority[]; source: readonly Source[]
  sort: string; group: readonly Grouping[]
}
export type ViewChange = Partial<JournalView>

export const defaultView: JournalView = {
  period: 'day', at: '', from: '', to: '',
  counterpartyId: [], personId: [], managerId: [], teamId: [], type: [], firmId: [], adSourceId: [], registeredById: [], segmentId: [],
  method: [], direction: [], status: [], state: [], priority: [], source: [],
  q: '', subject: '', result: '', minutesFrom: '', minutesTo: '', createdFrom: '', createdTo: '', updatedFrom: '', updatedTo: '',
  overdue: false, noOutcome: false, noNextStep: false, withoutClient: false, withResult: null, withFiles: null, withNext: null, private: null, vip: null,
  sort: '-startsAt', group: [],
}

/** As the contract has them; the lists stand here too because the contract's own come with all its schemas. */
export const knownSorts = [
  'startsAt', 'durationMinutes', 'method', 'direction', 'status', 'state', 'priority', 'type', 'firm', 'manager', 'registeredBy', 'counterparty', 'subject', 'createdAt', 'updatedAt',
  'person', 'result', 'source', 'adSource', 'nextAt',
] as const satisfies readonly (typeof contactSorts)[number][]
export const knownGroupings = [
  'manager', 'team', 'counterparty', 'method', 'direction', 'status', 'state', 'priority', 'type', 'firm', 'adSource', 'source', 'registeredBy', 'day', 'week', 'month',
] as const satisfies readonly Grouping[]
