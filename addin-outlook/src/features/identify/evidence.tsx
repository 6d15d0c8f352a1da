import { mergeClasses } from '@fluentui/react-components'
import { useTexts } from '../../app/pane-context'
import type { ClientView, MessageView } from '../../app/pane-state'
import { usePaneStyles } from '../../app/pane-styles'
import { shownAddress } from './shown-address'

/** What the answer rests on: the sender as the email has it, the rule, the addresses that are known. */
export function Evidence({ view, client }: { view: MessageView; client: ClientView }) {
  const texts = useTexts()
  const pane = usePaneStyles()
  const { from } = view.message.snapshot
  const { person, reason } = client.match
  return (
    <div className={mergeClasses(pane.panel, pane.tight)}>
      <p className={pane.plain}>{texts.fromEmail([from.name, shownAddress(from.address)].filter((part) => part !== '').join(', ') || texts.noAddress)}</p>
      <p className={pane.plain}>{view.chosen ? texts.chosenForThisEmail : reason}</p>
      {person && person.addresses.length > 0 && (
        <>
          <span className={pane.quiet}>{texts.addresses}</span>
          <ul className={pane.list}>{person.addresses.map((address) => <li key={address} className={pane.plain}>{address}</li>)}</ul>
        </>
      )}
    </div>
  )
}
