import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Button, Input } from '@fluentui/react-components'
import { useSurroundings } from '../api/journal-context'
import type { ChangeView } from '../view/hash-route'
import type { JournalView } from '../view/journal-view'
import { isBackwards } from '../view/period'

/** From and to: a date each, with a time when it matters. A last date without a time counts whole. */
export function OwnRange({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text, locale } = useSurroundings()
  const { endFirst, swapEnds } = filterTexts[locale]
  const { from, to } = view
  return (
    <span className="jn-range">
      {(['from', 'to'] as const).map((end) => {
        const [date = '', time = ''] = view[end].split('T')
        const set = (newDate: string, newTime: string) => change({ [end]: newDate && newTime ? `${newDate}T${newTime}` : newDate }, { replace: true })
        return (
          <span key={end} className="jn-range-end">
            <span aria-hidden="true">{text.period[end]}</span>
            <Input type="date" aria-label={text.period[end]} value={date} onChange={(_, { value }) => set(value, time)} />
            <Input type="time" aria-label={`${text.period[end]}, ${text.period.time}`} value={time} disabled={!date} onChange={(_, { value }) => set(date, value)} />
          </span>
        )
      })}
      <span role="status" className="jn-range-end">
        {from !== to && isBackwards(from, to) && <><span className="jn-warning">{endFirst}</span><Button size="small" onClick={() => change({ from: to, to: from })}>{swapEnds}</Button></>}
      </span>
    </span>
  )
}
