import type { Attachment, Contact } from '@counterpane/shared/contract/contact'
import { routes } from '@counterpane/shared/contract/routes'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { contactCache } from './journal-changes'
import { useSurroundings } from './journal-context'

export const removalWaits = 10_000
type FileName = Pick<Attachment, 'id' | 'name'>
/** A file that is taken off by and by. `error`: why it could not be; it stands in the list again then. */
interface Removal { file: FileName; contactId: string; timer?: ReturnType<typeof setTimeout>; isSent: boolean; error: unknown; remove: () => Promise<unknown> }

let removals: readonly Removal[] = []
const listeners = new Set<() => void>()
const put = (next: readonly Removal[]) => {
  removals = next
  for (const listener of listeners) listener()
}
const change = (id: string, part: Partial<Removal>) => put(removals.map((one) => (one.file.id === id ? { ...one, ...part } : one)))
const find = (id: string) => removals.find(({ file }) => file.id === id)
const drop = (id: string) => {
  clearTimeout(find(id)?.timer)
  put(removals.filter(({ file }) => file.id !== id))
}
function send(id: string) {
  const one = find(id)
  if (!one || one.isSent) return
  change(id, { isSent: true })
  one.remove().then(() => drop(id), (error: unknown) => change(id, { isSent: false, error }))
}
const wait = (id: string) => {
  clearTimeout(find(id)?.timer)
  change(id, { timer: setTimeout(() => send(id), removalWaits) })
}
// Whoever leaves the page has not called it back: what was promised is done, by requests that outlive the page.
const [method, path] = routes.removeAttachment.split(' ') as [string, string]
window.addEventListener('pagehide', () => {
  for (const { file, isSent, error } of removals) if (!isSent && !error) void fetch(path.replace('{id}', encodeURIComponent(file.id)), { method, keepalive: true, credentials: 'same-origin' }).catch(() => undefined)
  put([])
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/**
 * Files that are being taken off this contact. The server cannot take that back, so it hears of it only when the time to call it back is over, even if
 * the contact is no longer on screen by then.
 */
export function useFileRemovals({ id: contactId }: Pick<Contact, 'id'>) {
  const { call } = useSurroundings()
  const queries = useQueryClient()
  const all = useSyncExternalStore(subscribe, () => removals)
  const remove = useCallback((file: FileName) => {
    drop(file.id)
    put([...removals, {
      file, contactId, isSent: false, error: null,
      remove: async () => {
        await call('removeAttachment', { id: file.id })
        void queries.invalidateQueries({ queryKey: ['changes'] })
        // A reading that fails is made up for by the next one: the file is off all the same.
        await call('getContact', { id: contactId }).then(contactCache(queries).changed, () => queries.invalidateQueries({ queryKey: ['contact', contactId] }))
      },
    }])
    wait(file.id)
  }, [call, contactId, queries])
  return { removals: all.filter((one) => one.contactId === contactId), remove, keep: drop, hold: (id: string) => clearTimeout(find(id)?.timer), letGo: (id: string) => { if (!find(id)?.isSent) wait(id) } }
}
