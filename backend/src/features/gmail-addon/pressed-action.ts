import { z } from 'zod'
import type { ActionDefinition } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import type { Visit } from './gmail-visit'

type Ids<Needed extends string, Optional extends string> = Record<Needed, string> & Partial<Record<Optional, string>>
type Run<Needed extends string, Optional extends string> = (visit: Visit, ids: Ids<Needed, Optional>) => Promise<AddonAnswer>
/** A button's work. Every action may come twice: Gmail repeats the last one after a consent, people press twice. */
export interface PressedAction { changes: boolean; run(visit: Visit, parameters: Readonly<Record<string, string>>): Promise<AddonAnswer> | null }

const value = z.string().min(1).max(300)

/** Binds a card's action to its work; parameters that are not the definition's make it null. */
function bound<Needed extends string, Optional extends string>(definition: ActionDefinition<Needed, Optional>, run: Run<Needed, Optional>, changes: boolean): [string, PressedAction] {
  const schema = z.strictObject({ ...Object.fromEntries(definition.needed.map((name) => [name, value])), ...Object.fromEntries(definition.optional.map((name) => [name, value.optional()])) })
  return [definition.name, {
    changes,
    run(visit, parameters) {
      const parsed = schema.safeParse(parameters)
      return parsed.success ? run(visit, parsed.data as Ids<Needed, Optional>) : null
    },
  }]
}

/** For what may change something: such presses come in turn. */
export const onPress = <Needed extends string, Optional extends string>(definition: ActionDefinition<Needed, Optional>, run: Run<Needed, Optional>) => bound(definition, run, true)
/** For what only shows something: it waits for nobody, however slow Gmail is with another press. */
export const onLook = <Needed extends string, Optional extends string>(definition: ActionDefinition<Needed, Optional>, run: Run<Needed, Optional>) => bound(definition, run, false)

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

/** The very same press while its first one is still under way waits for that one's answer, not for its own turn: Gmail gives up after 30 s. */
export function createSharing() {
  const underWay = new Map<string, Promise<unknown>>()
  return function shared<T>(press: string, work: () => Promise<T>): Promise<T> {
    const known = underWay.get(press)
    if (known) return known as Promise<T>
    const mine = work().finally(() => underWay.delete(press))
    underWay.set(press, mine)
    return mine
  }
}
