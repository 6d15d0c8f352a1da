import { Button } from '@fluentui/react-components'
import { FailureNote } from '../../app/failure-note'
import { usePaneStyles } from '../../app/pane-styles'
import { useChoosing } from './choosing'
import type { Chosen } from './client-view'
import { useIdentifyTexts } from './use-identify-texts'

/** "Only this email" or "always for this address": asked whenever somebody is chosen by hand (product 2.1.5). */
export function ChoiceButtons({ messageKey, address, who, onDone }: { messageKey: string; address: string; who: Chosen; onDone?: () => void }) {
  const texts = useIdentifyTexts()
  const pane = usePaneStyles()
  const choosing = useChoosing(messageKey)
  return (
    <div className={pane.tight} role="group" aria-label={texts.howLong}>
      <div className={pane.row}>
        <Button size="small" disabled={choosing.busy} onClick={() => void choosing.onlyThisEmail(who).then(onDone)}>{texts.onlyThisEmail}</Button>
        {address !== '' && <Button size="small" disabled={choosing.busy} onClick={() => void choosing.always(address, who).then(onDone)}>{texts.alwaysForAddress}</Button>}
      </div>
      <FailureNote failure={choosing.failure} />
    </div>
  )
}
