import { type ComponentType, useEffect, useState } from 'react'
import { useTexts } from './pane-context'

/** A part loaded when it is first shown. Unlike React.lazy a load that failed is tried again next time, so that a lost connection leaves nothing broken. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | null = null
  return function OnDemand(props: P) {
    const [Part, setPart] = useState(() => loaded)
    const [failed, setFailed] = useState(false)
    const texts = useTexts()
    useEffect(() => {
      if (loaded) return
      let live = true
      load().then((part) => { loaded = part; if (live) setPart(() => part) }, () => { if (live) setFailed(true) })
      return () => { live = false }
    }, [])
    if (Part) return <Part {...props} />
    return failed ? <p role="alert">{texts.offlineTitle}</p> : null
  }
}
