import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { type Failure, toFailure } from '../../app/failure'
import type { PaneServices } from '../../app/pane-context'
import { sendable } from '../../app/sendable'
import type { SelectedItem } from '../../mailbox/mail-client'
import { MailboxError } from '../../mailbox/mailbox'
import { answeredLine, type GroupLine, inParts, type LineChoice, mayTick, toRegister, unreadLine } from './group-lines'
import { createLineRegistering } from './line-registering'

export interface GroupState {
  phase: 'listing' | 'no-senders' | 'refused' | 'reading' | 'asking' | 'ready' | 'registering' | 'done' | 'failed'
  selectionKey: string
  lines: readonly GroupLine[]
  meetings: readonly string[]
  /** As many as the mail client ever hands over: there may be more. */
  full: boolean
  done: number
  of: number
  stopped: boolean
  failure: Failure | null
}
type Needs = Pick<PaneServices, 'client' | 'api' | 'store' | 'outbox'>
/** What one question may weigh: the server takes 25 MiB and 200 messages. */
const partLimits = { maxBytes: 24 * 1024 * 1024, maxCount: 200 }
export const mostSelected = 100
/** A selection grows key by key: it is looked at when nothing has been added for a moment. */
const settleMs = 250

const empty = (selectionKey: string): GroupState => ({ phase: 'listing', selectionKey, lines: [], meetings: [], full: false, done: 0, of: 0, stopped: false, failure: null })

/** Several emails on their way into the history. Lives as long as the pane, not as the screen: a work begun is finished, and its result stays until it is dismissed. */
export function createGroupDesk({ client, api, store, outbox }: Needs) {
  const { selections } = client
  const listeners = new Set<() => void>()
  const registering = createLineRegistering({ api, store, outbox })
  let state = empty('')
  /** Grows with each new beginning; what was asked for an earlier one is dropped. */
  let run = 0
  let stopping = false
  let asked = ''

  function set(patch: Partial<GroupState>) {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }
  const setLine = (itemId: string, change: (line: GroupLine) => GroupLine) => set({ lines: state.lines.map((line) => (line.itemId === itemId ? change(line) : line)) })
  const held = () => state.phase === 'registering' || state.phase === 'done'

  async function begin(selectionKey: string) {
    asked = selectionKey
    if (held() || (state.selectionKey === selectionKey && state.phase !== 'failed' && state.phase !== 'refused')) return
    const mine = ++run
    stopping = false
    state = empty(selectionKey)
    set({})
    try {
      await new Promise((resolve) => { setTimeout(resolve, settleMs) })
      if (mine !== run) return
      const items = await selections.list()
      if (mine !== run) return
      const messages = items.filter(({ kind }) => kind === 'message')
      set({ meetings: items.filter(({ kind }) => kind === 'meeting').map(({ subject }) => subject), full: items.length >= mostSelected, lines: messages.map((item) => unreadLine(item)) })
      if (!selections.givesMessages()) return set({ phase: 'no-senders' })
      await look(messages, mine)
    } catch (error) {
      if (mine !== run) return
      // A mail client that could give whole messages and refuses the list has more selected than it hands over.
      if (error instanceof MailboxError && error.code === 'not-given') return set({ phase: selections.givesMessages() ? 'refused' : 'no-senders' })
      set({ phase: 'failed', failure: toFailure(error) })
    }
  }

  /** Reads the messages one by one, then asks the server about all that were read. */
  async function look(messages: readonly Pick<SelectedItem, 'itemId' | 'subject'>[], mine: number) {
    set({ phase: 'reading', done: 0, of: messages.length, failure: null })
    for (const item of messages) {
      if (stopping) break
      const line = await read(item)
      if (mine !== run) return
      setLine(item.itemId, () => line)
      set({ done: state.done + 1 })
    }
    stopping = false
    set({ phase: 'asking' })
    const wanted = new Set(messages.map(({ itemId }) => itemId))
    for (const part of inParts(state.lines.filter((line) => line.message && wanted.has(line.itemId)).map(asQuestion), partLimits)) {
      const { results } = await api('registerMessages', { body: sendable({ messages: part.map(({ question }) => question), dryRun: true, client: 'outlook' as const }) })
      if (mine !== run) return
      part.forEach(({ itemId }, at) => {
        const result = results[at]
        if (result) setLine(itemId, (line) => answeredLine(line, result))
      })
    }
    set({ phase: 'ready' })
  }

  async function read(item: Pick<SelectedItem, 'itemId' | 'subject'>): Promise<GroupLine> {
    try {
      const { message, text, html } = await selections.load(item.itemId)
      return { ...unreadLine(item), subject: message.snapshot.subject || item.subject, message, text, html }
    } catch (error) {
      return unreadLine(item, error instanceof MailboxError && error.code === 'too-late')
    }
  }

  async function registerLines(lines: readonly GroupLine[]) {
    if (lines.length === 0 || state.phase === 'registering') return
    stopping = false
    set({ phase: 'registering', done: 0, of: lines.length, stopped: false, failure: null })
    for (const { itemId } of lines) setLine(itemId, (line) => ({ ...line, outcome: null }))
    for (const line of lines) {
      if (stopping) break
      const { outcome, failure } = await registering.register(line)
      setLine(line.itemId, (known) => ({ ...known, outcome }))
      set({ done: state.done + 1 })
      if (failure) { set({ failure }); break }
    }
    set({ phase: 'done', stopped: state.done < state.of })
  }

  /** Only what the mail client did not give, or gave without an answer. */
  async function readAgain(itemIds: readonly string[]) {
    if (state.phase !== 'ready') return
    const mine = run
    await look(state.lines.filter(({ itemId }) => itemIds.includes(itemId)), mine).catch((error: unknown) => { if (mine === run) set({ phase: 'failed', failure: toFailure(error) }) })
  }

  return {
    get: () => state,
    subscribe: (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    /** The selection now open; a work under way, or a result not yet dismissed, is shown first. */
    begin,
    /** The selection is gone from sight: reading it further would ask the mail client for what is no longer selected. */
    leave() {
      if (held() || state.phase === 'ready' || state.phase === 'no-senders') return
      run++
      state = empty('')
    },
    again: () => { const key = asked; state = empty(''); return begin(key) },
    readAgain,
    tick: (itemId: string, ticked: boolean) => setLine(itemId, (line) => ({ ...line, ticked: ticked && mayTick(line) })),
    tickAll: (ticked: boolean) => set({ lines: state.lines.map((line) => ({ ...line, ticked: ticked && mayTick(line) })) }),
    choose: (itemId: string, choice: LineChoice) => setLine(itemId, (line) => {
      const chosen = { ...line, choice }
      return { ...chosen, ticked: mayTick(chosen) }
    }),
    register: () => registerLines(toRegister(state.lines)),
    retry: () => registerLines(state.lines.filter(({ outcome }) => outcome?.kind === 'failed')),
    retryOne: (itemId: string) => registerLines(state.lines.filter((line) => line.itemId === itemId)),
    stop: () => { stopping = true },
    dismiss: () => { state = empty(''); void begin(asked) },
  }
}
export type GroupDesk = ReturnType<typeof createGroupDesk>

function asQuestion({ itemId, message }: GroupLine) {
  const question: BodyOf<'registerMessages'>['messages'][number] = { ...(message as NonNullable<typeof message>).snapshot }
  return { itemId, question }
}
