import type { Contact } from '@counterpane/shared/contract/contact'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { Field, Input } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import { isWholeDay, type Draft, type SetDraft } from '../forms/contact-draft'
import { isBeyond } from '../forms/quick-dates'

interface Props { contact: Contact; draft: Pick<Draft, 'when' | 'minutes'>; set: SetDraft; problems: { when: boolean; minutes: boolean } }

/** Time and minutes; of a whole day the date and the number of days, since it has no hours. */
export function EditTime({ contact, draft, set, problems }: Props) {
  const { text, locale } = useSurroundings()
  const say = panelTexts[locale]
  const wholeDay = isWholeDay(contact)
  const hint = [wholeDay && say.whole, contact.calendar && say.inCalendar].filter(Boolean).join(' ')
  return (
    <>
      <div className="jn-time-row">
        <Field label={text.column.date} validationMessage={problems.when ? (isBeyond(draft.when) ? say.beyondTime : say.badTime) : undefined}>
          <Input type={wholeDay ? 'date' : 'datetime-local'} min="0001-01-01T00:00" max={wholeDay ? '9999-12-31' : '9999-12-31T23:59'} value={draft.when} onChange={(_, { value }) => set({ when: value })} />
        </Field>
        <Field label={wholeDay ? say.days : text.column.minutesLong} validationMessage={problems.minutes ? say.badMinutes : undefined}>
          <Input type="number" min={wholeDay ? 1 : 0} max={wholeDay ? 366 : 527_040} step={wholeDay ? 1 : 5} value={draft.minutes} onChange={(_, { value }) => set({ minutes: value })} />
        </Field>
      </div>
      {hint && <p className="jn-quiet">{hint}</p>}
    </>
  )
}
