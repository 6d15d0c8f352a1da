import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { usePane, usePaneState } from '../../app/pane-context'

export interface SeriesChoiceProps { contactId: string; chosen: boolean; onChoose: (wholeSeries: boolean) => void }

/** An answer for this date alone or for all past dates of its series; asked only where there are several. */
export function SeriesChoice({ contactId, chosen, onChoose }: SeriesChoiceProps) {
  const texts = calendarPaneTexts[usePaneState().locale]
  const { api } = usePane()
  const [open, setOpen] = useState(0)
  useEffect(() => {
    let live = true
    // Without an answer the question is about this date, as it always was.
    api('contactCalendar', { id: contactId }).then(({ seriesOpen }) => { if (live) setOpen(seriesOpen) }, () => undefined)
    return () => { live = false }
  }, [api, contactId])
  if (open < 2) return null
  return (
    <Field label={texts.scope} {...(chosen && { hint: texts.noUndo })}>
      <RadioGroup value={chosen ? 'series' : 'one'} onChange={(_, { value }) => onChoose(value === 'series')}>
        <Radio value="one" label={texts.thisOne} />
        <Radio value="series" label={texts.wholeSeries(open)} />
      </RadioGroup>
    </Field>
  )
}
