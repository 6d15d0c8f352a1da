import { Button } from '@fluentui/react-components'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import type { MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { clientOf } from '../forms/client-search'
import { PaneForm } from '../forms/pane-form'
import { SearchBox } from '../forms/search-box'
import { ForwardedSuggestion } from './forwarded-suggestion'

/** An email between colleagues is registered only for a client chosen by hand. */
export function AnywayForm({ view, onClose }: { view: MessageView; onClose: () => void }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const { registering } = usePane()
  function register(counterpartyId: string | undefined, personId?: string) {
    if (counterpartyId === undefined) return
    onClose()
    void registering.register(view.key, { counterpartyId, ...(personId !== undefined && { personIds: [personId] }) })
  }
  return (
    <PaneForm label={own.registerAnywayTitle} onClose={onClose} onSubmit={() => undefined}>
      <strong className={pane.plain}>{own.registerAnywayTitle}</strong>
      <ForwardedSuggestion view={view} onTake={({ counterparty, person }) => register(counterparty?.id, person?.id)} />
      <SearchBox label={texts.searchClients} accepts={(found) => clientOf(found) !== null} onChoose={(found) => register(clientOf(found)?.id, found.kind === 'person' ? found.id : undefined)} />
      <div><Button size="small" type="button" onClick={onClose}>{texts.cancel}</Button></div>
    </PaneForm>
  )
}
