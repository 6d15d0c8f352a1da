import type { chat_v1 } from '@googleapis/chat'
import type { Card, SuggestAnswer } from '../card-schema'
import { aFullCard } from '../testing/full-card'
import { checkCard } from './card-check'
import type { CheckedCard } from './checked-card'
import type { CheckedAnswer } from './checked-answer'

type GoogleCard = chat_v1.Schema$GoogleAppsCardV1Card

/** Names of ours that Google does not have: assignable types may still say too much. */
type Strange<Ours, Google> = Ours extends readonly (infer One)[]
  ? NonNullable<Google> extends readonly (infer Theirs)[] ? Strange<One, Theirs> : 'a list that is none'
  : Ours extends Record<string, never> ? never // a divider: nothing inside
  : Ours extends object ? { [K in keyof Ours]-?: K extends keyof NonNullable<Google> ? Strange<NonNullable<Ours[K]>, NonNullable<Google>[K]> : K }[keyof Ours]
    : never
type Empty<T extends never> = T

// The compiler is the test of these: each line fails `npm run types` when a type stops being one of Google's.
const checked = (card: CheckedCard): GoogleCard => card
const drawn = (card: Card): GoogleCard => card
const suggested = (answer: SuggestAnswer['autoComplete']): chat_v1.Schema$GoogleAppsCardV1Suggestions => answer
const suggestedToo = (answer: Extract<CheckedAnswer, { autoComplete: unknown }>['autoComplete']): chat_v1.Schema$GoogleAppsCardV1Suggestions => answer
const drawnIsChecked = (card: Card): CheckedCard => card
export type NothingStrange = Empty<Strange<Card, GoogleCard>>
// @ts-expect-error a name that Google does not know is seen
export type SomethingStrange = Empty<Strange<{ sections: { widgets: { textParagraph: { words: string } }[] }[] }, GoogleCard>>
// @ts-expect-error and so is a value of another kind
const wrong = (card: { name: number }): GoogleCard => card

it('what the check accepts is a card of Google’s in its types, too', () => {
  const google: GoogleCard = checked(aFullCard())
  expect(checkCard(google)).toEqual([])
  expect([drawn, suggested, suggestedToo, drawnIsChecked, wrong]).toHaveLength(5)
})
