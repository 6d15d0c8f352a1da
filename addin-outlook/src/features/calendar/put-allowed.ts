import { useEffect, useState } from 'react'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { PaneApi } from '../../app/pane-api'
import { usePane } from '../../app/pane-context'

/** What the administrator decided, asked once in this pane; a question that failed is asked again next time. */
let asked: { api: PaneApi; allowed: Promise<boolean> } | null = null

function allowedBy(api: PaneApi): Promise<boolean> {
  if (asked?.api !== api) {
    const allowed = api('getSettings').then(({ calendar }) => calendar.putInCalendar)
    asked = { api, allowed }
    allowed.catch(() => { asked = null })
  }
  return asked.allowed
}

/** Whether this plan may be put into the manager's own calendar; null while that is not known. */
export function usePutAllowed({ status, overdue, managers, calendar, appointment }: Contact): boolean | null {
  const { api, session } = usePane()
  const me = session.manager()?.id
  const possible = status === 'planned' && !overdue && calendar === null && appointment === null && managers.some(({ id }) => id === me)
  const [allowed, setAllowed] = useState<boolean | null>(null)
  useEffect(() => {
    if (!possible) return
    let live = true
    allowedBy(api).then((answer) => { if (live) setAllowed(answer) }, () => { if (live) setAllowed(false) })
    return () => { live = false }
  }, [api, possible])
  return possible ? allowed : false
}
