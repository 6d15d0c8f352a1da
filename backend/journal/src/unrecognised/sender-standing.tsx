import type { SenderGroup } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { Decisions } from './queue-data'
import { useDates } from './use-dates'

/** What was decided about a sender, by whom, and the way back. */
export function SenderStanding({ standing: { decision, id, by, at, mayUndo }, decisions }: { standing: NonNullable<SenderGroup['standing']>; decisions: Decisions }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const dates = useDates()
  return (
    <p className="jn-sender-standing">
      <strong>{text.standing[decision]}</strong> {by && at && <span className="jn-quiet jn-breakable">{text.by(by.name, dates.near(at))}</span>} {id === null && <span className="jn-quiet">{text.onTheList}</span>}
      {id !== null && mayUndo && <Button size="small" disabled={decisions.undo.isPending} onClick={() => decisions.undo.mutate(id)}>{text.undo}</Button>}
    </p>
  )
}
