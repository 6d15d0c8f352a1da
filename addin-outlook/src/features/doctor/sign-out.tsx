import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { DoctorTexts } from '@counterpane/shared/text/doctor-pane'
import { usePane } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

/** Signing out empties what waits here, so it asks when something would be lost. */
export function SignOut({ toLose, texts }: { toLose: number; texts: DoctorTexts }) {
  const pane = usePaneStyles()
  const { leave } = usePane()
  const [asking, setAsking] = useState(false)
  if (!asking) return <Button size="small" onClick={() => (toLose > 0 ? setAsking(true) : void leave())}>{texts.signOut}</Button>
  return (
    <div role="group" aria-label={texts.signOut} className={pane.tight}>
      <span role="alert">{texts.signOutLoses(toLose)}</span>
      <div className={pane.row}>
        <Button size="small" onClick={() => void leave()}>{texts.signOutSure}</Button>
        <Button size="small" autoFocus onClick={() => setAsking(false)}>{texts.stay}</Button>
      </div>
    </div>
  )
}
