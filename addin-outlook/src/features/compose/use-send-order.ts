import { useEffect, useRef, useState } from 'react'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { browserStore } from '../../app/browser-stores'
import { usePane } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import type { Draft } from '../../mailbox/mail-client'
import { createStartedLetters } from '../history/started-letters'
import { changePreferences, preferencesOf } from './preferences'
import { createOrderKeeping, type LetterOrder, type OrderKeeping, type OrderState } from './send-order-keeping'

interface Letter { draftKey: string; draft: Draft | null; answer: Sidebar | null; asking: boolean; chosen: ClientView | null }

/** Whether there is anybody in this letter for whom it could be registered. */
export const goesOut = ({ match }: Sidebar) => match.kind !== 'internal' && match.rule !== 'blocked'

/** "Register when sent" for the letter that is being written: on as it was left, else as this manager last chose. */
export function useSendOrder({ draftKey, draft, answer, asking, chosen }: Letter) {
  const services = usePane()
  const { api, client, store, now } = services
  const [state, setState] = useState<OrderState>({ order: null, arranging: false, failure: null })
  const keeping = useRef<OrderKeeping>(null)
  keeping.current ??= createOrderKeeping({ api, drafts: client.drafts, key: draftKey, origin: location.origin, onChange: setState })
  const [on, setOn] = useState<boolean | null>(null)
  const begun = useRef(false)

  useEffect(() => {
    if (begun.current || !draft || !answer) return
    begun.current = true
    const started = createStartedLetters({ storage: browserStore('localStorage'), owner: () => store.get().owner.address, now })
    void keeping.current?.resume(started.take(draft)).then((found) => setOn(found || preferencesOf(services).registerOnSend))
  }, [draft, answer, services, store, now])

  const byHand = chosen && { counterpartyId: chosen.match.counterparty?.id ?? null, ...(chosen.match.person && { personIds: [chosen.match.person.id] }) }
  const wish: LetterOrder | null = on && draft && answer && goesOut(answer) ? { subject: draft.subject, to: draft.to, cc: draft.cc, ...byHand } : null
  // While it is being asked who the recipients are, the order stays as it is.
  const settled = on !== null && !asking && (draft === null || answer !== null)
  const text = JSON.stringify(wish)
  useEffect(() => { if (settled) keeping.current?.want(JSON.parse(text) as LetterOrder | null) }, [text, settled])

  return {
    ...state,
    on,
    turn(to: boolean) {
      setOn(to)
      // A choice that could not be remembered still counts for this letter.
      void changePreferences(services, { registerOnSend: to }).catch(() => undefined)
    },
    again: () => keeping.current?.want(wish),
  }
}
