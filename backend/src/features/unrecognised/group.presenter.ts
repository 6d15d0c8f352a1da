import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import type { Match } from '@counterpane/shared/contract/sidebar'
import { clientNameOf, personNameOf } from './name-guess'
import { readableSender, type NamedSender } from './sender-keys'
import type { SenderStanding } from './sender-standings.repository'
import type { Viewer } from './unrecognised.types'

/** `addressKeys`: those that come most often, of `addressCount`. */
export interface Group extends NamedSender { contacts: number; oldest: number; newest: number; addressKeys: readonly string[]; addressCount: number; standing: SenderStanding | null }
interface Known { subjects: readonly string[]; registeredBy: { id: string; name: string }[]; match: Match | null; viewer: Viewer }
const shownSubjects = 3
const iso = (ms: number) => new Date(ms).toISOString()

export function presentGroup(group: Group, { subjects, registeredBy, match, viewer }: Known): SenderGroup {
  const { kind, value, contacts, oldest, newest, addressKeys, addressCount, standing } = group
  const warning = match?.warnings.find((one) => one.code === 'look-alike-domain')
  return {
    kind, value, name: readableSender(group), contacts, oldestAt: iso(oldest), newestAt: iso(newest), subjects: [...new Set(subjects)].filter((subject) => subject.trim() !== '').slice(0, shownSubjects), registeredBy,
    addressCount, addresses: addressKeys.map((address) => ({ address, personName: personNameOf(address) })), newName: clientNameOf(group),
    suggestion: match && suggestionOf(match), warning: warning?.text ?? null, standing: standing && presentStanding(standing, viewer),
  }
}

function suggestionOf({ counterparty, person, reason }: Match): SenderGroup['suggestion'] {
  return counterparty && { counterparty: { id: counterparty.id, name: counterparty.name }, person: person && { id: person.id, name: person.name }, reason }
}

function presentStanding({ decision, key, setId, own, byId, by, at }: SenderStanding, { caller }: Viewer): SenderGroup['standing'] {
  return {
    decision, key, id: setId, own, by: byId === null || by === null ? null : { id: byId, name: by }, at: at === null ? null : iso(at),
    mayUndo: setId !== null && (byId === caller.id || caller.role !== 'manager'),
  }
}
