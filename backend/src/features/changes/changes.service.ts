import type { Change } from '@counterpane/shared/contract/changes'
import { AppError } from '@counterpane/shared/errors/app-error'
import type { Clock } from '../../ports/clock'
import { knownFields } from './change-fields'
import type { createNames, Named } from './change-names.repository'
import { presentChange } from './change-presenter'
import type { ChangesRepository } from './changes.repository'
import type { Entry, Keepers, Noun, Reader } from './changes.types'
import { obstacleTo } from './undo-policy'

/** `contactText`: one contact in few words, as the reader may see it. */
export interface ChangesServiceDeps { changes: ChangesRepository; names: ReturnType<typeof createNames>; keepers: Keepers; clock: Clock; contactText: (id: string, reader: Reader) => string | null }
export interface Asked { noun: Noun; id: string; cursor?: string | undefined; limit: number }

/** Who changed what of one record, newest first. */
export function createChangesService({ changes, names, keepers, clock, contactText }: ChangesServiceDeps) {
  return ({ noun, id, cursor, limit }: Asked, reader: Reader): { items: Change[]; nextCursor: string | null } => {
    const standing = keepers[noun](id, reader.caller)
    if (!standing) throw new AppError('not-found')
    const { entries, nextCursor } = changes.list({ noun, id, cursor }, limit)
    const telling = { standing, locale: reader.locale, names: names(idsIn(entries), reader.locale), contactText: (contactId: string) => contactText(contactId, reader) }
    // What was done to a record that is gone can't be put back into the one that took it in.
    const canUndo = (entry: Entry) => entry.nounId === id && entry.undoneAt === null && obstacleTo(entry, { standing, caller: reader.caller, now: clock.now() }) === null
    return { items: entries.map((entry) => presentChange(entry, { ...telling, canUndo: canUndo(entry) })), nextCursor }
  }
}
export type ListChanges = ReturnType<typeof createChangesService>

export function idsIn(entries: readonly Entry[]): Record<Named, string[]> {
  const found: Record<Named, string[]> = { manager: [], counterparty: [], person: [], firm: [], type: [], adSource: [] }
  for (const { noun, before, after } of entries) {
    for (const [key, value] of [...Object.entries(before ?? {}), ...Object.entries(after ?? {})]) {
      const kind = knownFields[noun][key]?.kind
      if (typeof kind === 'object') found[kind.refers].push(...[value].flat().filter((id): id is string => typeof id === 'string'))
    }
  }
  return found
}
