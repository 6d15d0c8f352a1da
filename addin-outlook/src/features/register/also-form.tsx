import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useState } from 'react'
import type { Found } from '@counterpane/shared/contract/client'
import { registerTexts } from '@counterpane/shared/text/register-pane'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'
import { type MessageView, shownClient } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { clientOf } from '../forms/client-search'
import { PaneForm } from '../forms/pane-form'
import { SearchBox } from '../forms/search-box'

const useStyles = makeStyles({ chips: { display: 'flex', flexWrap: 'wrap', columnGap: '4px', rowGap: '4px' }, chip: { maxWidth: '100%', minWidth: 0, overflowWrap: 'anywhere', textAlign: 'start' } })

/** A dealer and the end client: the contact stands in the feeds of all of them (product 2.2.3). */
export function AlsoForm({ view, onClose }: { view: MessageView; onClose: () => void }) {
  const texts = useTexts()
  const own = registerTexts[usePaneState().locale]
  const pane = usePaneStyles()
  const styles = useStyles()
  const { registering, store } = usePane()
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([])
  const main = shownClient(view)?.match.counterparty

  function add(found: Found) {
    const client = clientOf(found)
    if (!client) return
    if (client.id === main?.id) return store.say(own.isMain(client.name))
    setChosen([...chosen.filter(({ id }) => id !== client.id), client])
    store.say(own.alsoAdded(client.name))
  }
  function drop(client: { id: string; name: string }) {
    setChosen(chosen.filter(({ id }) => id !== client.id))
    store.say(own.alsoRemoved(client.name))
  }
  function register() {
    if (chosen.length === 0) return
    onClose()
    void registering.register(view.key, { alsoCounterpartyIds: chosen.map(({ id }) => id) })
  }
  return (
    <PaneForm label={own.alsoTitle} onClose={onClose} onSubmit={register}>
      <div>
        <strong>{own.alsoTitle}</strong>
        <p className={pane.quiet}>{own.alsoHint}</p>
      </div>
      {chosen.length > 0 && (
        <ul className={mergeClasses(pane.list, styles.chips)} aria-label={own.alsoChosen}>
          {chosen.map((client) => (
            <li key={client.id}>
              <Button type="button" size="small" shape="circular" className={styles.chip} icon={<DismissRegular />} iconPosition="after" aria-label={own.remove(client.name)} onClick={() => drop(client)}>{client.name}</Button>
            </li>
          ))}
        </ul>
      )}
      <SearchBox label={own.addClient} onChoose={add} accepts={(found) => clientOf(found) !== null} />
      <div className={pane.row}>
        <Button appearance="primary" type="submit" disabledFocusable={chosen.length === 0}>{texts.register}</Button>
        <Button type="button" onClick={onClose}>{texts.cancel}</Button>
      </div>
    </PaneForm>
  )
}
