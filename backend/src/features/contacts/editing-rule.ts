import type { Caller } from '../../platform/http/caller'
import { wordsSeen } from '../../platform/words-seen'

const ofThoseWhoTakePart = new Set(['subject', 'content', 'result', 'comment', 'attributes', 'private', 'visibility'])

/**
 * Everybody edits everything, except that whoever may not read a contact's words neither writes over them nor opens them to themselves; only a lead gives
 * such a contact to somebody else. `names`: the fields that are to change.
 */
export function mayChange(contact: Parameters<typeof wordsSeen>[0], names: readonly string[], caller: Pick<Caller, 'id' | 'role'>): boolean {
  if (wordsSeen(contact, caller.id) === 'all') return true
  return !names.some((name) => ofThoseWhoTakePart.has(name)) && (caller.role !== 'manager' || !names.includes('managerId'))
}

/** A lead gives what others keep to themselves to somebody else, and does not make a participant of oneself by it; undefined: nobody new is named. */
export const mayTake = (contact: Parameters<typeof wordsSeen>[0], managerId: string | null | undefined, caller: Pick<Caller, 'id'>) => managerId !== caller.id || wordsSeen(contact, caller.id) === 'all'
