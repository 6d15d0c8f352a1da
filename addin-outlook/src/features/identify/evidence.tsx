import { mergeClasses } from '@fluentui/react-components'
import type { Match } from '@counterpane/shared/contract/sidebar'
import { usePaneStyles } from '../../app/pane-styles'
import { useIdentifyTexts } from './use-identify-texts'

/** What the answer rests on: what the mail says, the rule, the addresses that are known. */
export function Evidence({ said, reason, person }: { said: string; reason: string; person: Match['person'] }) {
  const texts = useIdentifyTexts()
  const pane = usePaneStyles()
  return (
    <div className={mergeClasses(pane.panel, pane.tight)}>
      <p className={pane.plain}>{said}</p>
      <p className={pane.plain}>{reason}</p>
      {person && person.addresses.length > 0 && (
        <>
          <span className={pane.quiet}>{texts.addresses}</span>
          <ul className={pane.list}>{person.addresses.map((address) => <li key={address} className={pane.plain}>{address}</li>)}</ul>
        </>
      )}
    </div>
  )
}
