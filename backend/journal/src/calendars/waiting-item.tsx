import type { WaitingMeeting } from '@counterpane/shared/contract/calendar'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { calendarJournalTexts } from '@counterpane/shared/text/calendar-journal'
import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { useWaitingChanges } from '../api/calendar-queries'
import { useSurroundings } from '../api/journal-context'
import { ClientPicker } from '../filters/client-picker'
import { ProblemNotice } from '../parts/problem-notice'
import { WaitingFacts } from './waiting-facts'

/** What was done with a meeting, said above the list; a dismissed one can be taken back at once. */
export interface Settled { said: string; contactId?: string; takeBack?: () => void }
interface Props { meeting: WaitingMeeting; onSettled: (done: Settled, id: string) => void }

export function WaitingItem({ meeting, onSettled }: Props) {
  const { locale, text: say } = useSurroundings()
  const text = calendarJournalTexts[locale].meetings
  const { accept, dismiss } = useWaitingChanges(meeting.id)
  const [choosing, choose] = useState(false)
  const [wholeSeries, setWholeSeries] = useState(false)
  const subject = meeting.subject || text.noSubject
  const busy = accept.isPending || dismiss.isPending
  const error = accept.error ?? dismiss.error
  const series = wholeSeries && { wholeSeries }
  // What follows is asked of the mutation's promise: the row itself may be gone by then.
  const doAccept = (body: BodyOf<'acceptWaiting'>) => void accept.mutateAsync({ ...body, ...series }).then(({ id: contactId }) => onSettled({ said: text.accepted(subject), contactId }, meeting.id), () => undefined)
  const doDismiss = (dismissed: boolean): void => void dismiss.mutateAsync({ dismissed, ...series }).then(() => onSettled({
    said: dismissed ? text.dismissed(subject) : text.taken(subject), ...(dismissed && { takeBack: () => doDismiss(false) }),
  }, meeting.id), () => undefined)
  return (
    <li className="jn-waiting-item" tabIndex={-1} data-meeting={meeting.id} aria-label={subject}>
      <WaitingFacts meeting={meeting} />
      <div className="jn-waiting-acts">
        {meeting.seriesId && <Checkbox className="jn-series" checked={wholeSeries} label={text.wholeSeries} onChange={(_, { checked }) => setWholeSeries(checked === true)} />}
        {choosing && (
          <div className="jn-choose" role="group" aria-label={text.whichClient(subject)}>
            <ClientPicker label={text.whichClient(subject)} placeholder={text.chooseClient} chosen={null} onChoose={(client) => doAccept({ counterpartyId: client.id })} autoFocus />
            <Button size="small" onClick={() => choose(false)}>{say.close}</Button>
          </div>
        )}
        {!choosing && (
          <div className="jn-buttons">
            {meeting.dismissed
              ? <Button size="small" disabled={busy} onClick={() => doDismiss(false)}>{text.takeBack}</Button>
              : (
                <>
                  <Button size="small" disabled={busy} onClick={() => choose(true)}>{text.isClient}</Button>
                  <Button size="small" appearance="subtle" disabled={busy} onClick={() => doAccept({})}>{text.withoutClient}</Button>
                  <Button size="small" appearance="subtle" disabled={busy} onClick={() => doDismiss(true)}>{text.dismiss}</Button>
                </>
              )}
          </div>
        )}
        {error && <ProblemNotice error={error} />}
      </div>
    </li>
  )
}
