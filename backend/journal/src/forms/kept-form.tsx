import { nearDate } from '@counterpane/shared/text/dates'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'

/** A form that was closed before it was saved is offered again; nothing comes back by itself. */
export function KeptForm({ at, onResume, onDrop }: { at: Date; onResume: () => void; onDrop: () => void }) {
  const { locale } = useSurroundings()
  const say = panelTexts[locale].log
  return (
    <div className="jn-question" role="group" aria-label={say.resume}>
      <p>{say.found(nearDate(at.toISOString(), { locale, now: new Date() }))}</p>
      <div className="jn-buttons"><Button size="small" onClick={onResume}>{say.resume}</Button><Button size="small" appearance="subtle" onClick={onDrop}>{say.drop}</Button></div>
    </div>
  )
}
