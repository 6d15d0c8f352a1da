import type { SenderTotals } from '@counterpane/shared/contract/unrecognised'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Link, SearchBox, Select, ToggleButton } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useRested } from '../api/journal-queries'
import { placeHref } from '../view/hash-route'
import { byHand, changeQueue, type QueueView } from './queue-view'

const withoutClient = placeHref({ page: 'journal', search: 'period=all&withoutClient=true&status=held', contactId: null })

/** Which senders are shown, and the sums: together they are what the journal counts as held without a client. */
export function QueueTools({ view, totals }: { view: QueueView; totals: SenderTotals | undefined }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const [typed, setTyped] = useState(view.q)
  const q = useRested(typed.trim())
  useEffect(() => { changeQueue({ q }) }, [q])
  const narrow = (part: Partial<QueueView>) => changeQueue({ ...part, open: '' }, { replace: false })
  return (
    <div className="jn-queue-tools">
      <SearchBox className="jn-search" value={typed} aria-label={text.search} placeholder={text.search} onChange={(_, { value }) => setTyped(value)} />
      <div className="jn-buttons">
        <ToggleButton size="small" checked={!view.decided && !view.recent} onClick={() => narrow({ decided: false, recent: false })}>{text.waiting}</ToggleButton>
        <ToggleButton size="small" checked={view.decided && !view.recent} onClick={() => narrow({ decided: true, recent: false })}>{text.aside}</ToggleButton>
        <ToggleButton size="small" checked={view.recent} onClick={() => narrow({ decided: false, recent: true })}>{text.recent}</ToggleButton>
        <Select size="small" aria-label={text.scopeLabel} value={view.mine ? 'mine' : 'all'} onChange={(_, { value }) => narrow({ mine: value === 'mine' })}><option value="all">{text.everybody}</option><option value="mine">{text.mine}</option></Select>
        <Select size="small" aria-label={text.sortLabel} value={view.sort} onChange={(_, { value }) => narrow({ sort: value === 'newest' ? 'newest' : 'contacts' })}><option value="contacts">{text.byCount}</option><option value="newest">{text.byNewest}</option></Select>
      </div>
      {totals && (
        <p className="jn-queue-sums"><span className="jn-quiet">{text.counts(totals).join(' · ')}</span>
          {totals.withoutAddress > 0 && <Link as="button" onClick={() => changeQueue({ open: byHand }, { replace: false })}>{text.openByHand}</Link>}
          <Link href={withoutClient}>{text.toJournal}</Link>
        </p>
      )}
    </div>
  )
}
