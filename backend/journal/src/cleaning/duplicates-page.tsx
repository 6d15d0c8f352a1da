import type { TwinNoun, TwinPair } from '@counterpane/shared/contract/cleaning'
import { cleaningTexts } from '@counterpane/shared/text/cleaning-journal'
import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { Button, Link } from '@fluentui/react-components'
import { useState } from 'react'
import { useMe, useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import { placeHref, type Place } from '../view/hash-route'
import { CleaningSaid, type Said } from './cleaning-said'
import { useCleaning, useDuplicates, useDuplicateSearch } from './cleaning-queries'
import { DuplicateSearchPart } from './duplicate-search-part'
import { TwinPairItem } from './twin-pair-item'
import '../styles/journal-cleaning.css'

const searchOf = (noun: TwinNoun, dismissed: boolean) => new URLSearchParams({ ...(noun === 'person' && { noun }), ...(dismissed && { dismissed: 'true' }) }).toString()

/** Records that are perhaps one: looked at in pairs, merged, or said to be two. */
export function DuplicatesPage({ place }: { place: Extract<Place, { page: 'duplicates' }> }) {
  const { locale } = useSurroundings()
  const say = cleaningTexts[locale]
  const { role } = useMe()
  const params = new URLSearchParams(place.search)
  const noun: TwinNoun = params.get('noun') === 'person' ? 'person' : 'counterparty'
  const dismissed = params.get('dismissed') === 'true'
  const pairs = useDuplicates(noun, dismissed)
  const search = useDuplicateSearch()
  const cleaning = useCleaning()
  const [said, setSaid] = useState<Said | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const items = pairs.data?.pages.flatMap((page) => page.items) ?? []
  const mayMerge = role !== 'manager'
  const waiting = search.data?.waiting
  const tabs = [
    { name: say.clients, noun: 'counterparty' as const, dismissed: false, count: waiting?.counterparty }, { name: say.people, noun: 'person' as const, dismissed: false, count: waiting?.person },
    { name: say.dismissed, noun, dismissed: true, count: undefined },
  ]
  const judge = (pair: TwinPair, away: boolean) => cleaning.judge.mutate({ id: pair.id, dismissed: away }, {
    onSuccess: () => setSaid(away ? { text: say.set(pair.first.name, pair.second.name), back: () => cleaning.judge.mutate({ id: pair.id, dismissed: false }, { onSuccess: () => setSaid({ text: say.setBack }) }) } : { text: say.setBack }),
  })
  const undo = (mergeId: string) => cleaning.undo.mutate(mergeId, {
    onSuccess: ({ merge, left }) => setSaid({ text: [say.undone(merge.mergedName), left.length > 0 ? say.left(left.map(({ what, count }) => `${say.what[what]} (${count})`).join(', ')) : ''].join(' ') }),
  })
  return (
    <div className="jn-left jn-client jn-cleaning">
      <BaseTabs place={place} />
      <h1>{frameTexts[locale].duplicates}</h1>
      <p className="jn-quiet">{say.intro}</p>
      <DuplicateSearchPart search={search} cleaning={cleaning} mayMerge={mayMerge} />
      <CleaningSaid said={said} onForget={() => setSaid(null)} />
      {[cleaning.judge, cleaning.undo, cleaning.search, cleaning.cancel].map(({ error }, i) => error && <ProblemNotice key={i} error={error} />)}
      <nav className="jn-cleaning-tabs" aria-label={say.title}>
        {tabs.map((tab) => (
          <Link key={tab.name} className="jn-nav" appearance="subtle" href={placeHref({ page: 'duplicates', search: searchOf(tab.noun, tab.dismissed) })} aria-current={tab.dismissed === dismissed && tab.noun === noun ? 'page' : undefined}>
            {tab.name}{tab.count !== undefined && ` (${tab.count.toLocaleString(locale)})`}
          </Link>
        ))}
      </nav>
      {pairs.isPending && <DelayedSkeleton lines={8} />}
      {pairs.error && <ProblemNotice error={pairs.error} onRetry={() => void pairs.refetch()} />}
      {pairs.data && items.length === 0 && <p className="jn-cleaning-empty">{dismissed ? say.noneDismissed : <>{say.none} <span className="jn-quiet">{mayMerge ? say.noneAdvice : say.askLead}</span></>}</p>}
      <ul className="jn-twins">
        {items.map((pair) => (
          <TwinPairItem
            key={pair.id} pair={pair} open={openId === pair.id} mayMerge={mayMerge} busy={cleaning.judge.isPending} merge={cleaning.merge} onToggle={() => { cleaning.merge.reset(); setOpenId(openId === pair.id ? null : pair.id) }} onJudge={(away) => judge(pair, away)}
            onMerged={(merge, stays) => { setOpenId(null); setSaid({ text: say.merged(merge.mergedName, stays), back: () => undo(merge.id) }) }}
          />
        ))}
      </ul>
      {pairs.hasNextPage && <Button className="jn-start" disabled={pairs.isFetchingNextPage} onClick={() => void pairs.fetchNextPage()}>{say.more}</Button>}
    </div>
  )
}
