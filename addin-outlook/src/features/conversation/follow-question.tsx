import { Button, mergeClasses } from '@fluentui/react-components'
import { conversationTexts } from '@counterpane/shared/text/conversation-pane'
import { usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

/** Nothing follows by itself before this is answered with yes. */
export function FollowQuestion({ onAnswer }: { onAnswer: (following: boolean) => void }) {
  const texts = conversationTexts[usePaneState().locale]
  const pane = usePaneStyles()
  return (
    <div role="group" aria-label={texts.askFollow} className={mergeClasses(pane.panel, pane.tight)}>
      <p className={pane.plain}>{texts.askFollow}</p>
      <div className={pane.row}>
        <Button size="small" onClick={() => onAnswer(true)}>{texts.yes}</Button>
        <Button size="small" onClick={() => onAnswer(false)}>{texts.no}</Button>
      </div>
    </div>
  )
}
