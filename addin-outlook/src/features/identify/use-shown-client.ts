import { useEffect, useState } from 'react'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { type Failure, toFailure } from '../../app/failure'
import { usePane } from '../../app/pane-context'
import type { ClientView } from '../../app/pane-state'
import { loadClientView } from './client-view'
import type { Outsider } from './outsiders-list'

/** Which of several outsiders' clients stands in the cards: the one that was recognised, until another is chosen by hand. `about` changes when the people do. */
export function useShownClient(answer: ClientView & Pick<Sidebar, 'participants'> | null, about: string | null, reason: string) {
  const { api } = usePane()
  const [chosen, setChosen] = useState<{ address: string; client: ClientView } | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => { setChosen(null); setFailure(null) }, [about])
  const outsiders = answer?.participants.filter((one) => one.kind !== 'internal') ?? []
  const main = answer?.match.person ? outsiders.find((one) => one.personId === answer.match.person?.id) : outsiders.find((one) => one.counterpartyId !== null && one.counterpartyId === answer?.match.counterparty?.id)

  async function take(who: Pick<Outsider, 'personId' | 'counterpartyId' | 'address'>) {
    setBusy(true)
    setFailure(null)
    try { setChosen({ address: who.address, client: await loadClientView(api, who, reason) }) } catch (error) { setFailure(toFailure(error)) }
    setBusy(false)
  }
  return {
    outsiders, busy, failure, take,
    chosen: chosen?.client ?? null,
    shownAddress: chosen?.address ?? main?.address ?? null,
    choose: (one: Outsider) => (one.address === main?.address ? setChosen(null) : void take(one)),
    back: () => setChosen(null),
    patchChosen: (change: (client: ClientView) => ClientView) => setChosen((known) => known && { ...known, client: change(known.client) }),
  }
}
