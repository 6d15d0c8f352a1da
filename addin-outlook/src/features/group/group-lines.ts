import type { Contact } from '@counterpane/shared/contract/contact'
import type { AnswerOf } from '@counterpane/shared/contract/http-client'
import type { Match } from '@counterpane/shared/contract/sidebar'
import { rivalsOf } from '@counterpane/shared/matching/address-rivals'
import type { SelectedItem } from '../../mailbox/mail-client'
import type { OpenMessage } from '../../mailbox/mailbox'

type Result = AnswerOf<'registerMessages'>['results'][number]
interface Reference { id: string; name: string }

/** How one of the emails stands before anything is done. Only `ready` is ticked by itself; `several`, `suggested`, `needs-client` and `colleague` want a choice first. */
export type Standing = 'ready' | 'several' | 'suggested' | 'needs-client' | 'colleague' | 'registered' | 'twice' | 'excluded' | 'blocked' | 'unread'
/** Chosen by hand; both null: without a client. */
export interface LineChoice { counterparty: Reference | null; person: Reference | null }
export type LineOutcome = { kind: 'registered' | 'joined'; contact: Contact } | { kind: 'kept' } | { kind: 'refused' | 'failed'; why: string }

export interface GroupLine {
  itemId: string
  subject: string
  /** Null while the mail client has not given it, or did not. */
  message: OpenMessage | null
  text: string | null
  html: string | null
  standing: Standing
  late: boolean
  match: Match | null
  /** What it is registered as already. */
  contact: Contact | null
  choice: LineChoice | null
  ticked: boolean
  outcome: LineOutcome | null
}

export const unreadLine = ({ itemId, subject }: Pick<SelectedItem, 'itemId' | 'subject'>, late = false): GroupLine => ({
  itemId, subject, message: null, text: null, html: null, standing: 'unread', late, match: null, contact: null, choice: null, ticked: false, outcome: null,
})

/** The line as the server's answer has it. */
export function answeredLine(line: GroupLine, { outcome, match, contact }: Result): GroupLine {
  const standing = standingOf(line, { outcome, match, contact })
  return { ...line, match, contact: contact ?? null, standing, ticked: standing === 'ready' }
}

function standingOf({ message }: GroupLine, { outcome, match, contact }: Pick<Result, 'outcome' | 'match' | 'contact'>): Standing {
  if (outcome === 'already-registered') return contact ? 'registered' : 'twice'
  if (outcome === 'refused') return match.kind === 'internal' ? 'colleague' : match.rule === 'blocked' ? 'blocked' : 'excluded'
  if (match.kind === 'suggestion') return 'suggested'
  if (outcome === 'needs-client') return 'needs-client'
  return message && rivalsOf(match, message.snapshot.from).length > 0 ? 'several' : 'ready'
}

/** Whether a tick means something: a client is known or chosen, and nothing forbids it. */
export function mayTick({ standing, choice, outcome, message }: GroupLine): boolean {
  if (!message || outcome !== null) return false
  if (standing === 'ready') return true
  if (standing === 'colleague') return choice !== null && choice.counterparty !== null
  return (standing === 'several' || standing === 'suggested' || standing === 'needs-client') && choice !== null
}

/** A client may be named for it, or another one. */
export const mayChoose = ({ standing, outcome, message }: GroupLine) =>
  message !== null && outcome === null && ['ready', 'several', 'suggested', 'needs-client', 'colleague'].includes(standing)

/** The client as shown, said to the server in so many words: what the base says a moment later must not move the email elsewhere. */
export function clientOfLine({ choice, match }: GroupLine): { counterpartyId?: string | null; personIds?: string[] } {
  if (choice) return { counterpartyId: choice.counterparty?.id ?? null, personIds: choice.person ? [choice.person.id] : [] }
  if (match?.counterparty) return { counterpartyId: match.counterparty.id }
  return match?.person ? { personIds: [match.person.id] } : {}
}

export const toRegister = (lines: readonly GroupLine[]) => lines.filter((line) => line.ticked && mayTick(line))

/** Parts whose JSON stays under `maxBytes` and `maxCount`, in order; something larger alone is a part of its own. */
export function inParts<T>(values: readonly T[], { maxBytes, maxCount }: { maxBytes: number; maxCount: number }): T[][] {
  const parts: T[][] = []
  let room = 0
  for (const value of values) {
    const size = new TextEncoder().encode(JSON.stringify(value)).length + 1
    const last = parts.at(-1)
    if (last && last.length < maxCount && size <= room) last.push(value)
    else { parts.push([value]); room = maxBytes }
    room -= size
  }
  return parts
}
