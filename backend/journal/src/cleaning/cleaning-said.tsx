import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { Button } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { useSurroundings } from '../api/journal-context'

export interface Said { text: string; back?: () => void }

/** What was done last, with the way back. */
export function CleaningSaid({ said, onForget }: { said: Said | null; onForget: () => void }) {
  const { locale, text } = useSurroundings()
  return (
    <div className="jn-cleaning-said" role="status" data-said={said ? true : undefined}>
      {said && <span className="jn-breakable">{said.text}</span>}
      {said?.back && <Button size="small" onClick={said.back}>{cleaningTexts[locale].undo}</Button>}
      {said && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={text.close} onClick={onForget} />}
    </div>
  )
}
