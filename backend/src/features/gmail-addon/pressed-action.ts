import { z } from 'zod'
import type { ActionDefinition } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { Visit } from './gmail-visit'

type Ids<Needed extends string, Optional extends string> = Record<Needed, string> & Partial<Record<Optional, string>>
/** A button's work. Every action may come twice: Gmail repeats the last one after a consent, people press twice. */
export interface PressedAction { run(visit: Visit, parameters: Readonly<Record<string, string>>): Promise<AddonAnswer> | null }

const value = z.string().min(1).max(300)

/** Binds a card's action to its work; parameters that are not the definition's make it null. */
export function onPress<Needed extends string, Optional extends string>(
  definition: ActionDefinition<Needed, Optional>, run: (visit: Visit, ids: Ids<Needed, Optional>) => Promise<AddonAnswer>,
): [string, PressedAction] {
  const schema = z.strictObject({ ...Object.fromEntries(definition.needed.map((name) => [name, value])), ...Object.fromEntries(definition.optional.map((name) => [name, value.optional()])) })
  return [definition.name, {
    run(visit, parameters) {
      const parsed = schema.safeParse(parameters)
      return parsed.success ? run(visit, parsed.data as Ids<Needed, Optional>) : null
    },
  }]
}

/** One at a time for each key: the second press of a pair finds what the first one did. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
