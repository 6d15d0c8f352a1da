import type { OpenItem } from './mailbox'
import { hasSet, officeCall } from './office-call'
import { currentItem, toOpenItem } from './open-item-key'

const selectionTimeoutMs = 1_500

/** Which item stands open, or which ones are selected, and who is told when that changes. */
export function createOfficePlaces() {
  const listeners = new Set<() => void>()
  let selected = { ids: '', key: '', count: 0 }
  let selections = 0
  let asking: Promise<void> | null = null

  function openItem(): OpenItem | null {
    const item = currentItem()
    if (item) return toOpenItem(item)
    return selected.count > 1 ? { kind: 'selection', key: selected.key } : null
  }

  /** Hosts that can select several tell it apart from the open item, by a wait. A single selected one is the open item, or nothing. */
  async function lookAtSelection() {
    const items = await officeCall<Office.SelectedItemDetails[]>((done) => Office.context.mailbox.getSelectedItemsAsync(done), selectionTimeoutMs).catch(() => [])
    const ids = items.map((item) => item.itemId).join('\n')
    if (ids !== selected.ids) selected = { ids, key: `selection-${++selections}`, count: items.length }
  }

  const tell = () => { for (const listener of listeners) listener() }

  async function changed() {
    if (currentItem() !== null) selected = { ids: '', key: '', count: 0 }
    // Nothing open may mean several: first asked, then told, so that the pane does not show its home view in between.
    if (currentItem() === null && hasSet('1.13')) await (asking ??= lookAtSelection().finally(() => { asking = null }))
    tell()
  }
  const onEvent = () => { void changed() }
  function onSelection() {
    // The answer under way may be the one before this change.
    const before = asking
    void (before ? before.then(() => changed()) : changed())
  }
  const onSeen = () => { if (document.visibilityState !== 'hidden') onEvent() }

  /** Some hosts lose the event (outlook-and-graph 7), so coming back to the pane looks again too. */
  function listen() {
    const { mailbox } = Office.context
    mailbox.addHandlerAsync(Office.EventType.ItemChanged, onEvent)
    if (hasSet('1.13')) mailbox.addHandlerAsync(Office.EventType.SelectedItemsChanged, onSelection)
    window.addEventListener('focus', onSeen)
    document.addEventListener('visibilitychange', onSeen)
    if (currentItem() === null) onEvent()
  }
  function stopListening() {
    const { mailbox } = Office.context
    mailbox.removeHandlerAsync(Office.EventType.ItemChanged)
    if (hasSet('1.13')) mailbox.removeHandlerAsync(Office.EventType.SelectedItemsChanged)
    window.removeEventListener('focus', onSeen)
    document.removeEventListener('visibilitychange', onSeen)
  }

  return {
    openItem,
    onChanged(listener: () => void) {
      listeners.add(listener)
      if (listeners.size === 1) listen()
      return () => { if (listeners.delete(listener) && listeners.size === 0) stopListening() }
    },
  }
}
