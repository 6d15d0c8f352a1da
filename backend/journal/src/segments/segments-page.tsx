import type { Segment } from '@counterpane/shared/contract/segments'
import { segmentsTexts } from '@counterpane/shared/text/segments-journal'
import { Badge, Button, Link } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useSurroundings } from '../api/journal-context'
import { useSegmentNames } from '../api/segment-names'
import { BaseTabs } from '../parts/base-tabs'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { go, placeHref, type Place } from '../view/hash-route'
import { SegmentForm } from './segment-form'
import { SegmentMembers } from './segment-members'
import { useSegmentCount } from './segment-queries'
import '../styles/journal-segments.css'

const fresh = { 'new-rule': 'rule', 'new-hand': 'hand' } as const

/** Named sets of clients, with how many belong to each now; beside them the one that is looked at. */
export function SegmentsPage({ place }: { place: Extract<Place, { page: 'segments' }> }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const { data, error, isPending, refetch } = useSegmentNames(true)
  const open = (id: string | null) => go({ page: 'segments', id, search: '' })
  const segment = data?.items.find(({ id }) => id === place.id) ?? null
  const kind = place.id === 'new-rule' || place.id === 'new-hand' ? fresh[place.id] : null
  return (
    <div className="jn-left jn-client jn-segments" data-open={place.id ? true : undefined}>
      <BaseTabs place={place} />
      <header className="jn-segments-head">
        <div><h1>{text.title}</h1><p className="jn-quiet">{text.about}</p></div>
        <div className="jn-buttons">
          <Button appearance="primary" icon={<Add20Regular />} onClick={() => open('new-rule')}>{text.newRule}</Button>
          <Button icon={<Add20Regular />} onClick={() => open('new-hand')}>{text.newHand}</Button>
        </div>
      </header>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <div className="jn-segments-columns">
        <nav aria-label={text.title} className="jn-segments-list">
          {isPending && <DelayedSkeleton lines={6} />}
          {data?.items.length === 0 && <div className="jn-empty"><h2>{text.empty}</h2><p>{text.emptyAdvice}</p></div>}
          <ul>{data?.items.map((one) => <SegmentLine key={one.id} segment={one} isOpen={one.id === place.id} />)}</ul>
        </nav>
        <div className="jn-segments-detail">
          {place.id && <Link className="jn-segments-back" href={placeHref({ page: 'segments', id: null, search: '' })}>{text.back}</Link>}
          {kind && <section aria-label={kind === 'rule' ? text.newRule : text.newHand}><h2>{kind === 'rule' ? text.newRule : text.newHand}</h2><SegmentForm key={kind} segment={null} kind={kind} /></section>}
          {segment && (
            <section aria-label={segment.name}>
              <h2 className="jn-breakable">{segment.name}</h2>
              <SegmentForm key={segment.id} segment={segment} kind={segment.kind} />
              {segment.kind === 'hand' && <SegmentMembers key={`${segment.id} members`} segment={segment} />}
            </section>
          )}
          {!kind && !segment && data && place.id && <div className="jn-empty" role="status"><h2>{text.gone}</h2><p>{text.goneAdvice}</p></div>}
          {!kind && !segment && !place.id && data && data.items.length > 0 && <p className="jn-quiet">{text.choose}</p>}
        </div>
      </div>
    </div>
  )
}

function SegmentLine({ segment, isOpen }: { segment: Segment; isOpen: boolean }) {
  const { locale } = useSurroundings()
  const text = segmentsTexts[locale]
  const { data } = useSegmentCount(segment.id)
  return (
    <li className="jn-segment-line" data-open={isOpen || undefined}>
      <Link className="jn-breakable" href={placeHref({ page: 'segments', id: segment.id, search: '' })} aria-current={isOpen ? 'true' : undefined}>{segment.name}</Link>
      <span className="jn-segment-count">{data ? text.clients(data.count) : '…'}</span>
      <span className="jn-quiet jn-segment-about">
        {segment.kind === 'rule' ? text.byRule : text.byHand}
        {segment.shared && <Badge size="small" appearance="outline" color="informative">{text.shared}</Badge>}
        {!segment.mine && segment.owner && <span className="jn-breakable">{text.of(segment.owner.name)}</span>}
      </span>
    </li>
  )
}
