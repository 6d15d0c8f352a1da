/**
 * The far end of `HostDoors.dialog`: how a page in a dialog speaks to the pane that opened it. Null outside a dialog or where Office.js did not load.
 * Office.js delivers to the pane's own origin alone.
 */
export async function parentOfDialog(timeoutMs = 10_000): Promise<((message: string) => void) | null> {
  if (typeof Office === 'undefined') return null
  const ready = await Promise.race([Office.onReady().then(() => true), new Promise<boolean>((late) => { setTimeout(() => late(false), timeoutMs) })])
  if (!ready || typeof Office.context?.ui?.messageParent !== 'function') return null
  return (message) => Office.context.ui.messageParent(message, { targetOrigin: window.location.origin })
}
