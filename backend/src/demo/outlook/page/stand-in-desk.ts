import type { MailAddress } from '@counterpane/shared/domain/message'
import type { DemoItem } from '../demo-item'
import { type DemoDraft, newDraft } from './demo-draft'
import type { DemoMeeting } from './demo-meetings'
import type { Notice, Standing } from './stand-in-host'

export type Folder = 'inbox' | 'sent' | 'calendar'
export interface Desk {
  owner: MailAddress; folder: Folder; items: DemoItem[]; sent: DemoItem[]; meetings: DemoMeeting[]
  standing: Standing | null; selected: DemoItem[]; notices: Map<string, Notice>
}
export const emptyDesk = (): Desk => ({ owner: { name: '', address: '' }, folder: 'inbox', items: [], sent: [], meetings: [], standing: null, selected: [], notices: new Map() })

/** Reading, writing, attending and organising are windows of different kinds: a pane does not go over from one to another. */
export const kindOfWindow = (standing: Standing | null) => {
  if (standing?.kind === 'draft') return 'compose'
  if (standing?.kind === 'meeting') return standing.meeting.organising ? 'organizer' : 'attendee'
  return 'read'
}

export const messagesIn = (desk: Desk): DemoItem[] =>
  desk.folder === 'sent' ? [...desk.sent, ...desk.items.filter((item) => item.from.address.toLowerCase() === desk.owner.address.toLowerCase())] : desk.items

export const findItem = (desk: Desk, wanted: string) => [...desk.sent, ...desk.items].find((item) => [item.itemId, item.internetMessageId, item.subject].includes(wanted)) ?? null

export const openMessage = (item: DemoItem): Standing => ({ kind: 'message', item })
export const openDraft = (form: Partial<DemoDraft> = {}): Standing => ({ kind: 'draft', draft: newDraft(form) })

let sentCount = 0
/** What a letter becomes when it is sent: now it has ids. */
export function toSent(draft: DemoDraft, owner: MailAddress, now: Date): DemoItem {
  const number = `${++sentCount}-${now.getTime().toString(36)}`
  return {
    itemId: `AAMkDemoSent${number}`, internetMessageId: `<sent-${number}@demo.example>`, conversationId: draft.conversationId ?? `conversation-sent-${number}`, subject: draft.subject,
    createdAt: now.toISOString(), itemClass: 'IPM.Note', from: owner, to: [...draft.to], cc: [...draft.cc], preview: draft.body.replace(/\s+/g, ' ').slice(0, 120),
    attachments: draft.files.map(({ name }) => ({ name, contentType: 'application/octet-stream', size: 1_024, isInline: false })),
  }
}
