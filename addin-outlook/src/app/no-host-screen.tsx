import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { sessionTexts } from '@counterpane/shared/text/session-pane'
import { Doctor } from '../features/doctor/doctor'
import { Note } from './note'
import { usePane, usePaneState } from './pane-context'
import { usePaneStyles } from './pane-styles'

/** No mail client around: opened in a plain browser, or Outlook's own files did not come. */
export function NoHostScreen() {
  const pane = usePaneStyles()
  const { locale } = usePaneState()
  const { restart } = usePane()
  const [examined, setExamined] = useState(false)
  const words = sessionTexts[locale]
  return (
    <div className={pane.first}>
      <Note role="status">
        <h1 className={pane.title}>{words.noHostTitle}</h1>
        <span>{words.noHost}</span>
        <span className={pane.quiet}>{words.noHostSilent}</span>
        <div className={pane.row}>
          <Button size="small" onClick={() => void restart()}>{words.retry}</Button>
          <Link as="button" onClick={() => setExamined(true)}>{failureTexts[locale].doctor}</Link>
        </div>
      </Note>
      {examined && <Doctor onClose={() => setExamined(false)} />}
    </div>
  )
}
