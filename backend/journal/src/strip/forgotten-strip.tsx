import { filterTexts } from '@counterpane/shared/text/filters-journal'
import { Button, Link, Tooltip } from '@fluentui/react-components'
import { useRef } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useStrip } from '../api/strip-queries'
import { placeHref, type ChangeView } from '../view/hash-route'
import { defaultView, readView, writeView, type JournalView, type ViewChange } from '../view/journal-view'
import { forgottenFlags, type ForgottenFlag } from '../view/view-fields'

/** The view that shows exactly what a count counts: of all time, of the managers and teams chosen, and nothing else. */
export function forgottenView(view: JournalView, flag: ForgottenFlag): ViewChange {
  const { managerId, teamId, sort, group } = view
  return { ...defaultView, managerId, teamId, sort, group, period: 'all', [flag]: true, ...(flag === 'withoutClient' && { status: ['held'] }) }
}

/** Overdue 14 · No outcome 6 · No next step 9 · Without a client 5, whatever the period. */
export function ForgottenStrip({ view, change }: { view: JournalView; change: ChangeView }) {
  const { text: journal, locale } = useSurroundings()
  const text = filterTexts[locale].strip
  const { data, error, refetch } = useStrip(view)
  const before = useRef<string | null>(null)
  const scope = view.managerId.length + view.teamId.length > 0 ? ` (${text.of})` : ''
  const press = (flag: ForgottenFlag) => {
    if (!view[flag]) {
      if (!forgottenFlags.some((one) => view[one])) before.current = writeView(view)
      return change(forgottenView(view, flag))
    }
    change(before.current === null ? { [flag]: false, period: 'day', ...(flag === 'withoutClient' && { status: [] }) } : readView(before.current))
    before.current = null
  }
  return (
    <div role="group" aria-label={text.label} className="jn-strip">
      {forgottenFlags.map((flag) => {
        const amount = data?.[flag]
        const shown = amount ? (amount.isExact ? text.count : text.atLeast)(amount.count) : '…'
        return (
          <Tooltip key={flag} relationship="description" withArrow content={`${text.hint[flag]}${scope}${view[flag] ? ` ${text.back}` : ''}`}>
            <button type="button" className="jn-forgotten" data-flag={flag} data-calm={amount?.count === 0 || undefined} aria-pressed={view[flag]} onClick={() => press(flag)}>
              {text[flag]} <strong>{error && !data ? '?' : shown}</strong>
            </button>
          </Tooltip>
        )
      })}
      {view.withoutClient && <Link className="jn-forgotten-way" href={placeHref({ page: 'unrecognised', search: '' })}>{text.bySender}</Link>}
      {error && !data && <span role="status" className="jn-quiet">{text.failed} <Button size="small" appearance="transparent" onClick={() => void refetch()}>{journal.retry}</Button></span>}
    </div>
  )
}
