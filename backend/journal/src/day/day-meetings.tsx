import type { Contact } from '@counterpane/shared/contract/contact'
import { dayTexts } from '@counterpane/shared/text/day-journal'
import { Button, Link } from '@fluentui/react-components'
import { lazy, useState } from 'react'
import { useDayChanges } from '../api/day-queries'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import { LazyPart } from '../parts/lazy-part'
import { ProblemNotice } from '../parts/problem-notice'
import { placeHref } from '../view/hash-route'
import { DayContact } from './day-contact'
import type { Said } from './day-said'
import { DaySection } from './day-section'

const OutcomesDialog = lazy(() => import('../forms/outcomes-dialog').then(({ OutcomesDialog: dialog }) => ({ default: dialog })))
interface Props { kind: 'withoutOutcome' | 'overduePlans'; some: { items: Contact[]; total: number }; openId: string | null; onOpen: (id: string) => void; say: (said: Said) => void }

/** Planned contacts whose time is over: each is answered by one click, all of them or a series by two. */
export function DayMeetings({ kind, some: { items, total }, openId, onOpen, say }: Props) {
  const { locale } = useSurroundings()
  const text = dayTexts[locale]
  const subjectOf = useSubject()
  const { outcome } = useDayChanges()
  const [asking, ask] = useState(false)
  const isMeeting = kind === 'withoutOutcome'
  const answer = (contact: Contact, held: boolean) => {
    const subject = subjectOf(contact)
    outcome.mutate({ ids: [contact.id], outcome: held ? 'held' : 'not-held' }, { onSuccess: () => say({ words: held ? text.saidHeld(subject) : text.saidNotHeld(subject), undo: { noun: 'contact', id: contact.id } }) })
  }
  const series = (contact: Contact) => outcome.mutate({ seriesOf: contact.id, outcome: 'held' }, { onSuccess: ({ results, changeSetId }) => say({ words: text.saidSeries(results.filter((one) => one.outcome === 'recorded').length), undo: changeSetId === null ? null : { setIds: [changeSetId] } }) })
  const shownSeries = new Set<string>()
  const isFirstOfSeries = ({ calendar }: Contact) => {
    const id = calendar?.seriesId
    if (!id || shownSeries.has(id)) return false
    shownSeries.add(id)
    return items.filter((one) => one.calendar?.seriesId === id).length > 1
  }
  return (
    <DaySection
      title={text.section[kind]} about={text.about[kind]} total={total} tone="late"
      action={isMeeting && items.length > 1 && <Button size="small" onClick={() => ask(true)}>{text.allHeld}</Button>}
      more={total > items.length && <Link href={placeHref({ page: 'journal', search: `period=all&${isMeeting ? 'noOutcome' : 'overdue'}=true`, contactId: null })}>{text.more(total - items.length)}</Link>}
    >
      {items.map((contact) => {
        const subject = subjectOf(contact)
        return (
          <DayContact key={contact.id} contact={contact} open={contact.id === openId} onOpen={onOpen}>
            <Button size="small" disabled={outcome.isPending} aria-label={isMeeting ? text.heldOf(subject) : text.doneOf(subject)} onClick={() => answer(contact, true)}>{isMeeting ? text.held : text.done}</Button>
            <Button size="small" appearance="subtle" disabled={outcome.isPending} aria-label={text.notHeldOf(subject)} onClick={() => answer(contact, false)}>{text.notHeld}</Button>
            {isFirstOfSeries(contact) && <Button size="small" appearance="subtle" disabled={outcome.isPending} aria-label={text.wholeSeriesOf(subject)} onClick={() => series(contact)}>{text.wholeSeries}</Button>}
          </DayContact>
        )
      })}
      {outcome.error && <li><ProblemNotice error={outcome.error} /></li>}
      {asking && (
        <li>
          <LazyPart lines={0}><OutcomesDialog contacts={items} outcome="held" onClose={() => ask(false)} onDone={({ recorded, setIds }) => { ask(false); say({ words: text.saidSeries(recorded), undo: setIds.length > 0 ? { setIds } : null }) }} /></LazyPart>
        </li>
      )}
    </DaySection>
  )
}
