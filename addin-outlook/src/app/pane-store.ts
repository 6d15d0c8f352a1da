import type { Locale } from '@counterpane/shared/domain/codes'
import type { NeverKeysHeld } from '../features/register/never-keys'
import type { Mailbox, OpenMessage } from '../mailbox/mailbox'
import { toFailure } from './failure'
import type { PaneApi } from './pane-api'
import type { MessageView, PaneState } from './pane-state'
import { sendable } from './sendable'

interface Deps { mailbox: Mailbox; api: PaneApi; never?: Pick<NeverKeysHeld, 'answerFor' | 'refresh'> }
const keptViews = 200

/**
 * Which message is open and what is known about each one seen. Every answer is kept under the key it was asked for, so that a late one
 * can never appear on another message (product 2.2.12); a message seen before is shown from memory.
 */
export function createPaneStore({ mailbox, api, never }: Deps) {
  const views = new Map<string, MessageView>()
  const listeners = new Set<() => void>()
  let state: PaneState = {
    phase: 'starting', owner: { name: '', address: '' }, locale: 'en', theme: null, item: null, open: null, view: null, toSend: 0, refused: 0, looks: 0, said: { text: '', at: 0 },
  }

  function set(patch: Partial<PaneState>) {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }

  function patchView(key: string, patch: Partial<MessageView>) {
    const known = views.get(key)
    if (!known) return
    const view = conversed(known, { ...known, ...patch })
    views.set(key, view)
    if (view.answer && view.answer !== known.answer) forgetConversation(view)
    if (state.open === key) set({ view })
  }

  /** Other messages of a conversation that has gone on are asked anew when they are opened. */
  function forgetConversation({ key, message, answer }: MessageView) {
    for (const other of inConversation(message.snapshot.conversationId)) {
      if (other.key !== key && other.answer && standing(other) !== standing({ answer })) views.set(other.key, { ...other, stale: true })
    }
  }
  const inConversation = (id: string | null) => (id === null ? [] : [...views.values()].filter(({ message }) => message.snapshot.conversationId === id))

  function look() {
    const item = mailbox.openItem()
    const same = item?.key === state.item?.key && item?.kind === state.item?.kind
    if (same && state.phase === 'running') return
    if (item?.kind !== 'message') return set({ item, open: null, view: null })
    const { message } = item
    const view = views.get(message.key) ?? freshView(message)
    views.delete(message.key)
    views.set(message.key, view)
    for (const oldest of views.keys()) if (views.size > keptViews && oldest !== message.key) views.delete(oldest)
    set({ item, open: message.key, view })
    if (view.asking || (view.answer && !view.stale)) return
    // Of a blocked sender nothing is sent, not even who it is.
    const blocked = view.answer ? null : never?.answerFor(message.snapshot)
    if (!blocked) return void ask(message.key)
    patchView(message.key, { answer: blocked })
    never?.refresh()
  }

  async function ask(key: string) {
    const view = views.get(key)
    if (!view || view.asking) return
    patchView(key, { asking: true, failure: null })
    try {
      const answer = await api('sidebar', { body: sendable({ message: view.message.snapshot }) })
      patchView(key, { asking: false, answer, stale: false })
      never?.refresh()
    } catch (error) {
      patchView(key, { asking: false, failure: toFailure(error) })
    }
  }

  return {
    get: () => state,
    subscribe: (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } },
    view: (key: string) => views.get(key) ?? null,
    patchView,
    set,
    say: (text: string) => set({ said: { text, at: state.said.at + 1 } }),
    /** Looks which message is open now; does nothing when it is the one already shown. */
    look,
    ask,
    /** Looks again at whatever is open. */
    async refresh() {
      set({ looks: state.looks + 1 })
      if (state.open !== null) await ask(state.open)
    },
    /** The messages of one conversation that were seen in this pane, the open one among them. */
    inConversation,
    /** What is remembered of other messages of these clients is asked anew when they are opened. */
    forgetClients(ids: readonly (string | null | undefined)[], except: string) {
      for (const [key, view] of views) {
        if (key !== except && view.answer && ids.includes(view.answer.match.counterparty?.id ?? null)) views.set(key, { ...view, stale: true })
      }
    },
    run(owner: PaneState['owner'], locale: Locale) {
      set({ owner, locale, theme: mailbox.theme() })
      look()
      set({ phase: 'running' })
      mailbox.onItemChanged(look)
      mailbox.onThemeChanged(() => set({ theme: mailbox.theme() }))
    },
  }
}
export type PaneStore = ReturnType<typeof createPaneStore>

const freshView = (message: OpenMessage): MessageView => ({
  key: message.key, message, asking: false, answer: null, failure: null, stale: false, chosen: null, work: 'idle', workFailure: null, retry: null, textMissing: false, followUp: null, chosenFiles: null, filesWork: null,
})

/** How many of the conversation are registered, this one among them (the server counts the others), and whether it is followed. */
const standing = ({ answer }: Pick<MessageView, 'answer'>) => `${(answer?.conversation?.contacts ?? 0) + Number(Boolean(answer?.registered))} ${answer?.conversation?.following ?? false}`

/** The first message registered of a conversation makes it known without asking the server again; undoing it takes that back. */
function conversed(before: MessageView, view: MessageView): MessageView {
  const [was, registered] = [before.answer?.registered, view.answer?.registered]
  if (!before.answer || !view.answer || !was === !registered || view.message.snapshot.conversationId === null || view.answer.conversation !== before.answer.conversation) return view
  const known = view.answer.conversation
  const conversation = !registered ? (known && known.contacts > 0 ? known : null) : known ?? { contacts: 0, contactId: registered.contactId, counterparty: registered.counterparty, person: null, following: false }
  return { ...view, answer: { ...view.answer, conversation } }
}
