import type { ManagedManager } from '@counterpane/shared/contract/administration'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import type { Locale, Role } from '@counterpane/shared/domain/codes'

/** A manager as one writes it down; other addresses one a line. */
export interface ManagerDraft { name: string; role: Role; teamId: string; firmIds: readonly string[]; locale: Locale | ''; main: string; other: string }
export const draftFields = ['name', 'role', 'teamId', 'firmIds', 'locale', 'main', 'other'] as const
export const emptyDraft: ManagerDraft = { name: '', role: 'manager', teamId: '', firmIds: [], locale: '', main: '', other: '' }

export function draftOf({ name, role, team, firms, locale, addresses: [main = '', ...other] }: ManagedManager): ManagerDraft {
  return { name, role, teamId: team?.id ?? '', firmIds: firms.map(({ id }) => id), locale: locale ?? '', main, other: other.join('\n') }
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean)
export function bodyOf({ name, role, teamId, firmIds, locale, main, other }: ManagerDraft): BodyOf<'createManager'> {
  return { name: name.trim(), role, teamId: teamId || null, firmIds: [...firmIds], locale: locale || null, addresses: [main.trim(), ...lines(other)] }
}
export const isSameDraft = (one: ManagerDraft, other: ManagerDraft) => JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other))
export const differingFields = (one: ManagerDraft, other: ManagerDraft) => draftFields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
