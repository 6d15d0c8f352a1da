import type { Locale } from '@counterpane/shared/domain/codes'
import { cardTexts, type CardWords } from '@counterpane/shared/text/cards'
import type { Action } from './card-schema'

/** All that a card needs beside its view: no card knows a network, a clock or a key. */
export interface CardContext {
  locale: Locale
  /** The instant that "today" and "late" are told by. */
  now: Date
  /** IANA zone of the person's mailbox. */
  timeZone: string
  /** Makes the pressed action: its one https address, the parameters, until when they hold, and the signature over all of it. */
  press: (name: string, parameters: Readonly<Record<string, string>>) => Action
  links: CardLinks
}

export interface CardLinks { journal: string; contact: (id: string) => string; counterparty: (id: string) => string }

export const cardWords = (context: CardContext): CardWords => cardTexts[context.locale]

/** A pressable action by its name, with the parameters it must have and may have. Values are ids and times, never state. */
export interface ActionDefinition<Needed extends string = string, Optional extends string = string> {
  name: string
  needed: readonly Needed[]
  optional: readonly Optional[]
  on: (context: CardContext, parameters: Record<Needed, string> & Partial<Record<Optional, string | null | undefined>>) => Action
}

export function defineAction<const Needed extends string = never, const Optional extends string = never>(
  name: string, needed: readonly Needed[] = [], optional: readonly Optional[] = [],
): ActionDefinition<Needed, Optional> {
  return {
    name, needed, optional,
    on: (context, parameters) => {
      const given = parameters as Partial<Record<string, string | null>>
      const kept = [...needed, ...optional].flatMap((key) => (given[key] ? [[key, given[key]] as const] : []))
      return context.press(name, Object.fromEntries(kept))
    },
  }
}
