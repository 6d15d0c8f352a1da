import type { z } from 'zod'
import type { Contact, contactPage } from '@counterpane/shared/contract/contact'
import type { messageSnapshot } from '@counterpane/shared/contract/mail-message'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { Task } from '@counterpane/shared/contract/task'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'
import type { Target } from '@counterpane/shared/matching/evidence'
import type { Caller } from '../../platform/http/caller'
import type { Recognised } from './recognise'

export interface Ref { id: string; name: string }
export interface Viewer { caller: Caller; locale: Locale; now: Date }

/** What the sidebar needs of other features, as narrow functions; the composition passes them in. */
export interface SidebarNeeds {
  /** The history's newest `limit` contacts, the latest held and the nearest planned one. */
  standing(target: Target, limit: number, viewer: Viewer): { last: Contact | null; next: Contact | null; history: z.output<typeof contactPage> }
  openTasks(target: Target, viewer: Viewer): Task[]
  mayUndo(registration: { registeredBy: Ref | null; createdAt: number }, viewer: Viewer): boolean
  /** What is known of the conversation; `askedId` is the contact that the asked message is itself, and does not count. */
  conversation(conversationId: string, viewer: Viewer, askedId: string | null): Sidebar['conversation']
  /** The order by which one of ours wrote this letter; `contactId`: its contact, registered on sending. */
  sendOrder(found: Recognised, message: MessageSnapshot, viewer: Viewer): { id: string; counterparty: Ref | null; contactId: string | null } | null
}

/** The request's message with everything absent filled in. */
export function toSnapshot(message: z.output<typeof messageSnapshot>): MessageSnapshot {
  const address = (given: { name?: string | null; address?: string | null }) => ({ name: given.name ?? '', address: given.address ?? '' })
  return {
    messageId: message.messageId ?? null, conversationId: message.conversationId ?? null, subject: message.subject ?? '', sentAt: message.sentAt, receivedAt: message.receivedAt ?? null,
    from: address(message.from), sender: message.sender ? address(message.sender) : null, replyTo: (message.replyTo ?? []).map(address), to: message.to.map(address), cc: (message.cc ?? []).map(address),
  }
}
