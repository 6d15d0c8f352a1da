import { frameTexts } from '@counterpane/shared/text/frame-journal'
import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { useMemo, useState } from 'react'
import { useSurroundings } from '../api/journal-context'
import { BaseTabs } from '../parts/base-tabs'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { ProblemNotice } from '../parts/problem-notice'
import type { Place } from '../view/hash-route'
import '../styles/journal-unrecognised.css'
import { ByHandDetail } from './by-hand-detail'
import { ChosenSenders } from './chosen-senders'
import { DecisionSaid } from './decision-said'
import { useDecisions, useQueue } from './queue-data'
import { QueueEmpty } from './queue-empty'
import { QueueTools } from './queue-tools'
import { byHand, changeQueue, readQueueView, senderKey, type Form } from './queue-view'
import { RecentDecisions } from './recent-decisions'
import { SenderDetail } from './sender-detail'
import { SenderList } from './sender-list'
import { useQueueKeys } from './use-queue-keys'

/** Contacts without a client, by who sent them: one decision for each sender, the contacts beside it. */
export function UnrecognisedPage({ place }: { place: Extract<Place, { page: 'unrecognised' }> }) {
  const { locale } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const view = useMemo(() => readQueueView(place.search), [place.search])
  const queue = useQueue(view)
  const decisions = useDecisions()
  const [form, setForm] = useState<Form | null>(null)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => queue.data?.pages.flatMap(({ items }) => items) ?? [], [queue.data])
  const totals = queue.data?.pages[0]?.totals
  const open = groups.find((group) => senderKey(group) === view.open) ?? null
  const show = (key: string) => { setForm(null); changeQueue({ open: key }, { replace: view.open !== '' }) }
  useQueueKeys({ groups: view.recent ? [] : groups, open, show, setForm, decisions })
  const ticked = groups.filter((group) => chosen.has(senderKey(group)) && group.standing === null)
  return (
    <div className="jn-left jn-client jn-queue" data-open={view.open ? true : undefined}>
      <BaseTabs place={place} />
      <header className="jn-queue-head"><h1>{frameTexts[locale].unrecognised}</h1><p className="jn-quiet">{text.lead}</p></header>
      <QueueTools view={view} totals={totals} />
      <DecisionSaid decisions={decisions} groups={groups} />
      {ticked.length > 0 && <ChosenSenders senders={ticked} decisions={decisions} onDone={() => choose(new Set())} />}
      {view.recent && <RecentDecisions decisions={decisions} />}
      {!view.recent && queue.isPending && <DelayedSkeleton lines={8} />}
      {!view.recent && queue.error && <ProblemNotice error={queue.error} onRetry={() => void queue.refetch()} />}
      {!view.recent && queue.data && groups.length === 0 && view.open !== byHand && <QueueEmpty view={view} />}
      {!view.recent && queue.data && (groups.length > 0 || view.open === byHand) && (
        <div className="jn-queue-both">
          <SenderList groups={groups} queue={queue} openKey={view.open} chosen={chosen} onChoose={choose} onOpen={show} />
          {view.open === byHand && <ByHandDetail mine={view.mine} />}
          {open && <SenderDetail key={view.open} group={open} form={form} onForm={setForm} decisions={decisions} mine={view.mine} />}
          {!open && view.open !== byHand && <p className="jn-queue-pick jn-quiet">{text.pick}</p>}
        </div>
      )}
      {!view.recent && <p className="jn-queue-keys jn-quiet">{text.keys}</p>}
    </div>
  )
}
