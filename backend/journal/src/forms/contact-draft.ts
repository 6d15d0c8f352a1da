import type { Contact } from '@counterpane/shared/contract/contact'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Direction, Method, Priority, State, Visibility } from '@counterpane/shared/domain/codes'
import { wholeDays } from '../parts/calendar-day'
import { dateTimeText, readLocal } from '../view/period'
import { attributesOf, detailsFit, detailsOf, type Detail } from './detail-values'
import { instantOf, isLocalTime } from './quick-dates'

export interface Named { id: string; name: string }
/** What a form about a contact holds while it is filled in. With `wholeDay`, `when` is a date and `minutes` counts days. */
export interface Draft {
  when: string; minutes: string; method: Method; direction: Direction; client: Named | null; also: Named[]; persons: Named[]; manager: Named | null; firm: Named | null
  type: Named | null; priority: Priority; adSource: Named | null; state: State; subject: string; content: string; result: string; comment: string; details: Detail[]; private: boolean; visibility: Visibility
}
export type DraftField = keyof Draft
export type SetDraft = (part: Partial<Draft>) => void
type Body = BodyOf<'patchContact'>

export function draftOf(contact: Contact): Draft {
  const allDay = isWholeDay(contact)
  return {
    when: allDay ? contact.startsAt.slice(0, 10) : dateTimeText(new Date(contact.startsAt)), minutes: allDay ? String(wholeDays(contact.durationMinutes)) : contact.durationMinutes === null ? '' : String(contact.durationMinutes),
    method: contact.method, direction: contact.direction, client: contact.counterparty, also: contact.also, persons: contact.persons, manager: contact.manager, firm: contact.firm, type: contact.type, priority: contact.priority, adSource: contact.adSource,
    state: contact.state, subject: contact.subject, content: contact.content, result: contact.result, comment: contact.comment, details: detailsOf(contact.attributes), private: contact.private, visibility: contact.visibility,
  }
}
export const isWholeDay = ({ calendar }: Pick<Contact, 'calendar'>) => calendar?.allDay === true

const idsOf = (list: readonly Named[]) => list.map(({ id }) => id)
/** Each field as the API takes it. */
const sent: { [F in DraftField]: (draft: Draft, wholeDay: boolean) => Body } = {
  when: ({ when }, wholeDay) => ({ startsAt: wholeDay ? `${when}T00:00:00.000Z` : instantOf(when) }),
  minutes: ({ minutes }, wholeDay) => ({ durationMinutes: minutes === '' ? null : Number(minutes) * (wholeDay ? 1_440 : 1) }),
  method: ({ method }) => ({ method }), direction: ({ direction }) => ({ direction }), client: ({ client }) => ({ counterpartyId: client?.id ?? null }), also: ({ also }) => ({ alsoCounterpartyIds: idsOf(also) }),
  persons: ({ persons }) => ({ personIds: idsOf(persons) }), manager: ({ manager }) => (manager ? { managerId: manager.id } : {}), firm: ({ firm }) => ({ firmId: firm?.id ?? null }), type: ({ type }) => ({ type: type?.id ?? null }),
  priority: ({ priority }) => ({ priority }), adSource: ({ adSource }) => ({ adSourceId: adSource?.id ?? null }), state: ({ state }) => ({ state }), subject: ({ subject }) => ({ subject }), content: ({ content }) => ({ content }),
  result: ({ result }) => ({ result }), comment: ({ comment }) => ({ comment }), details: ({ details }) => ({ attributes: attributesOf(details) }), private: (draft) => ({ private: draft.private }), visibility: ({ visibility }) => ({ visibility }),
}
export const draftFields = Object.keys(sent) as DraftField[]

/** Whether a field says the same in both; long texts are compared as they are, never copied for it. */
export function isSame(field: DraftField, one: Draft, other: Draft): boolean {
  if (one[field] === other[field]) return true
  if (typeof one[field] === 'string' || typeof other[field] === 'string') return false
  return JSON.stringify(sent[field](one, false)) === JSON.stringify(sent[field](other, false))
}
export const differing = (one: Draft, other: Draft) => draftFields.filter((field) => !isSame(field, one, other))

/** These fields of a draft as the API takes them. */
export const bodyOf = (draft: Draft, fields: readonly DraftField[], wholeDay: boolean): Body => Object.assign({}, ...fields.map((field) => sent[field](draft, wholeDay)))

export const draftProblems = ({ when, minutes, details }: Draft) => ({ when: when.includes('T') ? !isLocalTime(when) : readLocal(when) === null, minutes: minutes !== '' && !(/^\d+$/.test(minutes) && Number(minutes) <= 527_040), details: !detailsFit(details) })
