import { createFakeMailbox } from './fake-mailbox'
import type { Draft, HostFacts, MailClient, NewLetter, OpenMeeting, SelectedItem } from './mail-client'
import { MailboxError, type MailHost, type OpenMessage } from './mailbox'

interface Options { host: MailHost; textTimeoutMs?: number; facts?: Partial<HostFacts> }
interface Loadable { message: OpenMessage; text: string }

const usual: HostFacts = { name: 'OutlookWebApp', version: '1.0', platform: 'OfficeOnline', sets: '1.16', nestedAppAuth: false, phone: false, accountType: 'office365' }

/** A whole mail client in memory for tests. What is asked about an item that is no longer open is refused, as the real one refuses it. */
export function createFakeClient({ host, textTimeoutMs, facts = {} }: Options) {
  const fake = createFakeMailbox({ host, textTimeoutMs })
  const heard = new Map<string, Set<() => void>>()
  const kept = new Map<string, string>()
  const opened = { originals: [] as string[], letters: [] as NewLetter[], dialogs: [] as string[], closed: 0 }
  let draft: Draft | null = null
  let meeting: { facts: OpenMeeting; text: string } | null = null
  let selected: { item: SelectedItem; whole: Loadable }[] = []
  let files = new Map<string, Uint8Array<ArrayBuffer>>()
  let refusal: number | null = null
  let owner: string | null = null
  let count = 0

  /** What was found is given only if its item is still open, and nothing refuses it. */
  async function ask<T>(key: string | null, find: () => T): Promise<T> {
    const stillOpen = () => { if (key !== null && fake.mailbox.openItem()?.key !== key) throw new MailboxError('other-message') }
    stillOpen()
    await Promise.resolve()
    if (refusal !== null) throw new MailboxError('not-given', String(refusal))
    const found = find()
    stillOpen()
    return found
  }
  const told = <T>(value: T | null | undefined): T => {
    if (value === null || value === undefined) throw new MailboxError('not-given')
    return value
  }
  function onChanged(key: string, listener: () => void) {
    const set = heard.get(key) ?? new Set()
    heard.set(key, set.add(listener))
    return () => { set.delete(listener) }
  }

  const client: MailClient = {
    mailbox: fake.mailbox,
    drafts: {
      read: (key) => ask(key, () => ({ ...told(draft) })), onChanged, tellsOfSending: () => true,
      keepForSending: (key, value) => ask(key, () => { if (value === null) kept.delete(key); else kept.set(key, value) }),
      keptForSending: (key) => ask(key, () => kept.get(key) ?? null),
    },
    meetings: { read: (key) => ask(key, () => ({ ...told(meeting).facts })), readText: (key) => ask(key, () => told(meeting).text), onChanged },
    selections: {
      list: () => ask(null, () => selected.map(({ item }) => item)), givesMessages: () => true,
      load: (itemId) => ask(null, () => {
        const { message, text } = told(selected.find(({ item }) => item.itemId === itemId)).whole
        return { message, text, html: null }
      }),
    },
    files: { read: (key, fileId) => ask(key, () => told(files.get(fileId))) },
    doors: {
      facts: () => ({ ...usual, ...facts }),
      openOriginal: (itemId) => opened.originals.push(itemId) > 0, writeLetter: (letter) => opened.letters.push(letter) > 0,
      dialog: (url) => ask(null, () => { opened.dialogs.push(url); throw new MailboxError('not-given', '12006') }),
      sharedOwner: () => Promise.resolve(owner), closePane: () => { opened.closed++ },
    },
  }
  const changed = () => { for (const listener of heard.get(fake.mailbox.openItem()?.key ?? '') ?? []) listener() }

  return {
    ...fake, client, opened,
    write(letter: Draft) { draft = letter; fake.showItem({ kind: 'draft', key: `draft-${++count}` }) },
    changeDraft(change: Partial<Draft>) { if (draft) draft = { ...draft, ...change }; changed() },
    meet(facts: OpenMeeting, text: string, organising: boolean) { meeting = { facts, text }; fake.showItem({ kind: 'meeting', key: `meeting-${++count}`, organising }) },
    changeMeeting(change: Partial<OpenMeeting>) { if (meeting) meeting = { ...meeting, facts: { ...meeting.facts, ...change } }; changed() },
    select(items: { item: SelectedItem; whole: Loadable }[]) { selected = items; fake.showItem({ kind: 'selection', key: `selection-${++count}` }) },
    giveFiles(bytes: Record<string, Uint8Array<ArrayBuffer>>) { files = new Map(Object.entries(bytes)) },
    /** Every question ends with this code of the mail client's; null: none does. */
    refuse(code: number | null) { refusal = code },
    lieIn(mailbox: string | null) { owner = mailbox },
  }
}
export type FakeClient = ReturnType<typeof createFakeClient>
