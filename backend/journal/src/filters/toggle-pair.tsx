import { ToggleButton } from '@fluentui/react-components'
import { Checkmark12Regular } from '@fluentui/react-icons/svg/checkmark'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import { isPressed, press, togglePairs } from '../view/held-toggles'
import type { JournalView } from '../view/journal-view'

export function TogglePair({ view, change, pair }: { view: JournalView; change: ChangeView; pair: 'held' | 'direction' }) {
  const { text } = useSurroundings()
  return (
    <span className="jn-pair">
      {togglePairs[pair].map((toggle) => (
        <ToggleButton key={toggle} size="small" icon={isPressed(view, toggle) ? <Checkmark12Regular aria-hidden="true" /> : undefined} checked={isPressed(view, toggle)} title={toggle === 'notHeld' ? text.filter.notHeldHint : undefined} onClick={() => change(press(view, toggle))}>
          {text.filter[toggle]}
        </ToggleButton>
      ))}
    </span>
  )
}
