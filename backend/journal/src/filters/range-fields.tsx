import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Field, Input } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { isBackwards } from '../view/period'
import type { dateFilters, minuteFilters } from '../view/view-fields'

type DateName = (typeof dateFilters)[number]
type MinuteName = (typeof minuteFilters)[number]
interface Props<N> { label: string; names: readonly [N, N]; view: JournalView; change: ChangeView }

/** From and to of two dates of the reader's own time zone; the last one counts whole. */
export function DateRange({ label, names, view, change }: Props<DateName>) {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  const wrong = isBackwards(view[names[0]], view[names[1]])
  return (
    <Field label={label} validationState={wrong ? 'warning' : 'none'} validationMessage={wrong ? text.wrongRange : undefined}>
      <span className="jn-from-to">
        {names.map((name, index) => {
          const word = index === 0 ? text.from : text.to
          return <Input key={name} type="date" min="0001-01-01" max="9999-12-31" aria-label={`${label}: ${word}`} contentBefore={<small aria-hidden="true">{word}</small>} value={view[name].slice(0, 10)} onChange={(_, { value }) => change({ [name]: value }, { replace: true })} />
        })}
      </span>
    </Field>
  )
}

export function MinutesRange({ label, names, view, change }: Props<MinuteName>) {
  const { locale } = useSurroundings()
  const text = filterTexts[locale]
  const [from, to] = [view[names[0]], view[names[1]]]
  const wrong = from !== '' && to !== '' && Number(to) < Number(from)
  return (
    <Field label={label} validationState={wrong ? 'warning' : 'none'} validationMessage={wrong ? text.wrongRange : undefined}>
      <span className="jn-from-to">
        {names.map((name, index) => {
          const word = index === 0 ? text.from : text.to
          return (
            <Input
              key={name} inputMode="numeric" maxLength={6} aria-label={`${label}: ${word}`} contentBefore={<small aria-hidden="true">{word}</small>} contentAfter={<small aria-hidden="true">{text.minutes}</small>}
              value={view[name]} onChange={(_, { value }) => change({ [name]: value.replace(/\D/g, '') }, { replace: true })}
            />
          )
        })}
      </span>
    </Field>
  )
}
