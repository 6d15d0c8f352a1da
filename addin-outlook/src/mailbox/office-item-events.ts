import { hasSet } from './office-call'
import { currentItem, toOpenItem } from './open-item-key'

type ItemEvent = 'RecipientsChanged' | 'AppointmentTimeChanged'

/** Hears one item's own events while it is open; silent where the mail client has none. Gives back how to stop. */
export function onItemEvent(key: string, set: string, events: readonly ItemEvent[], listener: () => void): () => void {
  const item = currentItem()
  if (!hasSet(set) || !item || toOpenItem(item)?.key !== key || typeof item.addHandlerAsync !== 'function') return () => undefined
  let stopped = false
  const heard = () => { if (!stopped && toOpenItem(currentItem())?.key === key) listener() }
  for (const event of events) item.addHandlerAsync(Office.EventType[event], heard)
  return () => {
    if (stopped) return
    stopped = true
    // The item may be gone together with its window.
    try { for (const event of events) item.removeHandlerAsync(Office.EventType[event]) } catch { /* then its handlers went with it */ }
  }
}
