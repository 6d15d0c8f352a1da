import type { Contact } from '@counterpane/shared/contract/contact'
import type { Match } from '@counterpane/shared/contract/sidebar'
import type { MailAddress } from '@counterpane/shared/domain/message'
import { rivalsOf } from '@counterpane/shared/matching/address-rivals'
import { conversationCardTexts } from '@counterpane/shared/text/conversation-cards'
import { nearDate } from '@counterpane/shared/text/dates'
import { groupTexts } from '@counterpane/shared/text/group-pane'
import type { CardContext } from '../card-context'
import { row } from '../card-parts'
import type { Widget } from '../card-schema'
import { joined, plain } from '../card-text'
import { openContactAction } from './contact-card'

/** How one email of a conversation stands before anything is done; only `ready` can be ticked. */
export type LetterStanding = 'ready' | 'several' | 'suggested' | 'needs-client' | 'colleague' | 'registered' | 'twice' | 'excluded' | 'blocked'
export interface LetterLine {
  /** Gmail's id of the email. */
  id: string
  at: string; from: MailAddress; to: readonly MailAddress[]; sent: boolean; subject: string; files: number; hasText: boolean
  standing: LetterStanding; match: Match; contact: Contact | null; ticked: boolean
  /** What became of it, once it was registered. */
  outcome: { kind: 'registered' | 'joined' | 'failed'; why: string } | null
}
interface Answered { outcome: 'created' | 'already-registered' | 'needs-client' | 'refused'; match: Match; contact?: Contact | undefined }

/** The same rules as in Outlook's group registration: an address of several clients wants a choice, a guess is never filed by itself. */
export function standingOf({ outcome, match, contact }: Answered, from: MailAddress): LetterStanding {
  if (outcome === 'already-registered') return contact ? 'registered' : 'twice'
  if (outcome === 'refused') return match.kind === 'internal' ? 'colleague' : match.rule === 'blocked' ? 'blocked' : 'excluded'
  if (match.kind === 'suggestion') return 'suggested'
  if (outcome === 'needs-client') return 'needs-client'
  return rivalsOf(match, from).length > 0 ? 'several' : 'ready'
}

/** The name of a line's check among the inputs. */
export const tickOf = (id: string) => `take-${id}`

/** Two hundred letters a line would be too much for a card of 25. */
const short = (text: string | null | undefined) => plain(text, 60)

/** What mail clients put before the subject of an answer or a forward: it makes no other subject. */
const prefixes = /^(\s*(re|aw|antw|sv|fw|fwd|wg|ответ|отв|пер|пересл)\s*(\[\d{1,3}\]|\(\d{1,3}\))?\s*:)+\s*/iu
const sameSubject = (one: string, other: string) => one.slice(0, 500).replace(prefixes, '').trim().toLowerCase() === other.slice(0, 500).replace(prefixes, '').trim().toLowerCase()

/** When, who, and what the email is; its subject only where it is not the one before. */
export function letterRow(line: LetterLine, { message, subjectBefore, tickable }: { message: string; subjectBefore: string; tickable: boolean }, context: CardContext): Widget {
  const group = groupTexts[context.locale]
  const words = conversationCardTexts[context.locale]
  const named = ({ name, address }: MailAddress) => name.trim() || address || group.noSender
  return row({
    top: joined(nearDate(line.at, context), !sameSubject(line.subject, subjectBefore) && short(line.subject.trim() || group.noSubject)),
    text: joined(short(named(line.from)), line.sent && line.to.length > 0 && group.to(short(line.to.map(named).join(', ')))),
    bottom: joined(...said(line, context), !line.hasText && tickable && line.standing === 'ready' && words.withoutText, line.files > 0 && words.files(line.files)),
    ...(line.contact && { press: openContactAction.on(context, { message, contactId: line.contact.id }) }),
    ...(tickable && line.standing === 'ready' && !line.outcome && { toggle: { name: tickOf(line.id), value: 'yes', selected: line.ticked, controlType: 'CHECK_BOX' as const } }),
  })
}

function said({ standing, match, contact, outcome }: LetterLine, context: CardContext): (string | null)[] {
  const group = groupTexts[context.locale]
  const words = conversationCardTexts[context.locale]
  const client = short(match.counterparty?.name ?? match.person?.name)
  if (outcome?.kind === 'failed') return [group.result.failed, short(outcome.why)]
  if (outcome) return [outcome.kind === 'registered' ? group.result.registered : group.result.joined, contact?.counterparty ? group.alreadyFor(short(contact.counterparty.name)) : null]
  switch (standing) {
    case 'registered': return [group.already(short(contact?.registeredBy?.name), nearDate(contact?.createdAt ?? '', context)), contact?.counterparty ? group.alreadyFor(short(contact.counterparty.name)) : null]
    case 'ready': return [client, short(match.reason)]
    case 'several': return [short(group.several), words.chooseClient]
    case 'suggested': return [group.perhaps(client), words.chooseClient]
    case 'needs-client': return [group.needsClient, words.chooseClient]
    case 'colleague': return [group.colleague]
    case 'twice': return [group.twice]
    case 'excluded': return [group.excluded]
    case 'blocked': return [group.blocked]
  }
}
