import { useEffect, useState } from 'react'
import type { PaneApi } from '../../app/pane-api'
import { usePane } from '../../app/pane-context'

interface Reference { id: string; name: string }
const asked = new WeakMap<PaneApi, Promise<Reference[]>>()

/** Everybody a task can be given to, the manager of this pane first. Empty until known; asked once. */
export function useManagers(): Reference[] {
  const { api, session } = usePane()
  const [managers, setManagers] = useState<Reference[]>([])
  useEffect(() => {
    let live = true
    const question = asked.get(api) ?? api('listManagers').then(({ items }) => items.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)))
    asked.set(api, question)
    question.then((all) => { if (live) setManagers(all) }, () => asked.delete(api))
    return () => { live = false }
  }, [api])
  const me = session.manager()?.id
  return [...managers.filter(({ id }) => id === me), ...managers.filter(({ id }) => id !== me)]
}
