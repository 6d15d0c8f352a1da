import type { MailClient } from './mail-client'
import { MailboxError } from './mailbox'
import { hasSet } from './office-call'
import { createOfficeDoors } from './office-doors'
import { onItemEvent } from './office-item-events'
import { createOfficeMailbox } from './office-mailbox'
import type { OfficePorts } from './office-ports'

/** Times after which a question to Outlook counts as not answered. */
export interface OfficeTimeouts { readyTimeoutMs?: number; textTimeoutMs?: number; timeoutMs?: number }

/** Outlook as one mail client. What it can do is known at once; what it says beyond the open message is read by a part that is loaded when it is first wanted. */
export function createOfficeClient(times: OfficeTimeouts = {}): MailClient {
  let loading: Promise<OfficePorts> | null = null
  const ports = () => (loading ??= import(/* webpackChunkName: "ports" */ './office-ports').then((part) => part.createOfficePorts(times), (error: unknown) => {
    // Without a network nothing comes; the next question tries again.
    loading = null
    throw new MailboxError('not-given', String(error))
  }))

  return {
    mailbox: createOfficeMailbox(times),
    drafts: {
      read: async (key) => (await ports()).drafts.read(key),
      keepForSending: async (key, value) => (await ports()).drafts.keepForSending(key, value),
      keptForSending: async (key) => (await ports()).drafts.keptForSending(key),
      onChanged: (key, listener) => onItemEvent(key, '1.7', ['RecipientsChanged'], listener),
      tellsOfSending: () => hasSet('1.12'),
    },
    meetings: {
      read: async (key) => (await ports()).meetings.read(key),
      readText: async (key) => (await ports()).meetings.readText(key),
      onChanged: (key, listener) => onItemEvent(key, '1.7', ['AppointmentTimeChanged', 'RecipientsChanged'], listener),
    },
    selections: { list: async () => (await ports()).selections.list(), load: async (itemId) => (await ports()).selections.load(itemId), givesMessages: () => hasSet('1.15') },
    files: { read: async (key, fileId) => (await ports()).files.read(key, fileId) },
    doors: { ...createOfficeDoors(times), dialog: async (url) => (await ports()).dialog(url) },
  }
}
