import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useEffect, useRef } from 'react'
import { useSurroundings } from '../api/journal-context'

export interface Said { text: string; back?: () => void }

/** What was done last, with the way back. What it was done to may be gone from the list: one goes on from here. */
export function CleaningSaid({ said, onForget }: { said: Said | null; onForget: () => void }) {
  const { locale, text } = useSurroundings()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => { if (said) place.current?.focus() }, [said])
  return (
    <div className="jn-cleaning-said" role="status" tabIndex={-1} ref={place} data-said={said ? true : undefined}>
      {said && <span className="jn-breakable">{said.text}</span>}
      {said?.back && <Button size="small" onClick={said.back}>{cleaningTexts[locale].undo}</Button>}
      {said && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.close} onClick={onForget} />}
    </div>
  )
}
