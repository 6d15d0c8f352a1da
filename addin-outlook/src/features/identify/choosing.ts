import { useState } from 'react'
import type { Failure } from '../../app/failure'
import { useDeed, usePane, useTexts } from '../../app/pane-context'
import { type Chosen, loadClientView } from './client-view'

/** Taking somebody else for the open email: for this email only, or for the whole team and for good. */
export function useChoosing(key: string) {
  const { store, api } = usePane()
  const texts = useTexts()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const deed = useDeed(setFailure)

  async function run(work: () => Promise<void>) {
    setBusy(true)
    await deed(work)
    setBusy(false)
  }
  return {
    failure,
    busy,
    onlyThisEmail: (who: Chosen) => run(async () => {
      const chosen = await loadClientView(api, who, texts.chosenForThisEmail)
      store.patchView(key, { chosen })
      store.say(chosen.match.person?.name ?? chosen.match.counterparty?.name ?? '')
    }),
    always: (address: string, { personId, counterpartyId }: Chosen) => run(async () => {
      await api('rememberChoice', { body: { address, personId, ...(personId ? {} : { counterpartyId }) } })
      store.patchView(key, { chosen: null })
      await store.ask(key)
    }),
  }
}
