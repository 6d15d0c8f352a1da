import { type ComponentType, useEffect, useState } from 'react'
import { failureTexts } from '@counterpane/shared/text/failure-pane'
import { Note } from '../../app/note'
import { usePane, usePaneState, useTexts } from '../../app/pane-context'

interface Props { onClose: () => void }
let loaded: ComponentType<Props> | null = null

/** The doctor comes when it is called. Where even it cannot be loaded, what the pane knows of itself is shown as it is. */
export function Doctor({ onClose }: Props) {
  const { failures, session, store } = usePane()
  const { locale } = usePaneState()
  const texts = useTexts()
  const [Part, setPart] = useState(() => loaded)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let live = true
    if (!loaded) {
      void import(/* webpackChunkName: "doctor" */ './doctor-sheet')
        .then((part) => { loaded = part.DoctorSheet; if (live) setPart(() => loaded) }, () => { if (live) setFailed(true) })
    }
    return () => { live = false }
  }, [])
  if (Part) return <Part onClose={onClose} />
  if (!failed) return null
  const { toSend, refused } = store.get()
  const known = JSON.stringify({ online: navigator.onLine, session: session.facts(), toSend, refused, failures: failures.list() }, null, 1)
  return <Note role="alert">{texts.offlineTitle}<textarea readOnly rows={8} aria-label={failureTexts[locale].doctor} value={known} /></Note>
}
