import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { MessageSnapshot } from '@counterpane/shared/domain/message'

/** What must never be registered, as the server last said it: addresses and domains of the organisation's list and of one's own. */
export interface NeverKeys { organisation: readonly string[]; own: readonly string[] }
interface Deps { storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null; owner: () => string; fetchKeys: () => Promise<NeverKeys>; later?: (work: () => void) => void }

const place = 'counterpane.never'

/**
 * The lists are kept in this browser, so that a message of a blocked sender is not even asked about. They are read anew once for each pane: whoever was taken
 * off a list is asked about again from then on. What they do not hold, the server decides.
 */
export function createNeverKeys({ storage, owner, fetchKeys, later = (work) => work() }: Deps) {
  let keys: ReadonlySet<string> | null = null
  let read = false
  const known = () => keys ??= kept()

  function kept(): ReadonlySet<string> {
    try {
      const stored = JSON.parse(storage?.getItem(place) ?? 'null') as { owner?: unknown; keys?: unknown } | null
      return new Set(stored?.owner === owner() && Array.isArray(stored.keys) ? stored.keys.filter((key) => typeof key === 'string') : [])
    } catch { return new Set() }
  }

  /** Everybody whom an answer would go to stands on a list, by exactly this address or a domain above it. */
  const blocks = ({ from, replyTo }: Pick<MessageSnapshot, 'from' | 'replyTo'>) => known().size > 0 && [from, ...replyTo].every(({ address }) => isOn(known(), address))

  return {
    blocks,
    /** What the server would say of a message that is not asked about; null: it is to be asked. */
    answerFor: (message: Pick<MessageSnapshot, 'from' | 'replyTo' | 'messageId'>) => (blocks(message) ? blockedAnswer(message.messageId) : null),
    /** Asks for the lists, once; a server that does not answer leaves what is known. */
    refresh() {
      if (read) return
      read = true
      later(() => void fetchKeys().then(({ organisation, own }) => {
        keys = new Set([...organisation, ...own])
        try { storage?.setItem(place, JSON.stringify({ owner: owner(), keys: [...keys] })) } catch { /* without room it is asked for again */ }
      }).catch(() => { read = false }))
    },
    forget() {
      keys = new Set()
      try { storage?.removeItem(place) } catch { /* nothing was kept then */ }
    },
  }
}
export type NeverKeysHeld = ReturnType<typeof createNeverKeys>

function isOn(keys: ReadonlySet<string>, address: string): boolean {
  const written = address.trim().toLowerCase().normalize('NFC')
  const host = written.slice(written.lastIndexOf('@') + 1)
  if (keys.has(written)) return true
  const labels = host.split('.')
  return labels.some((_, index) => keys.has(labels.slice(index).join('.')))
}

/** What the server would say of a message that is not asked about. */
const blockedAnswer = (messageId: string | null): Sidebar => ({
  messageId, excluded: false, participants: [], registered: null, conversation: null, sendOrder: null, lastContact: null, nextContact: null, openTasks: [], history: { items: [], nextCursor: null },
  match: { kind: 'none', rule: 'blocked', reason: '', person: null, counterparty: null, candidates: [], warnings: [] },
})
