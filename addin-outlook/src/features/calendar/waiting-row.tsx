import { Button, Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Found } from '@counterpane/shared/contract/client'
import type { WaitingMeeting } from '@counterpane/shared/contract/calendar'
import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { calendarPaneTexts } from '@counterpane/shared/text/calendar-pane'
import { TimeText } from '@counterpane/shared/ui/date-text'
import type { Failure } from '../../app/failure'
import { FailureNote } from '../../app/failure-note'
import { onDemand } from '../../app/on-demand'
import { useDates, useDeed, usePane, usePaneState } from '../../app/pane-context'
import { usePaneStyles } from '../../app/pane-styles'

const ClientSearch = onDemand(() => import(/* webpackChunkName: "forms" */ '../forms/client-search').then((part) => part.ClientSearch))
const useStyles = makeStyles({ one: { paddingBlock: '8px' }, check: { marginInline: '-8px' } })
const guestsShown = 3

/** What was done with a meeting, said above the list; one that was set aside can be taken back at once. */
export interface Settled { said: string; contactId?: string; takeBack?: () => void }
interface Props { meeting: WaitingMeeting; onSettled: (done: Settled) => void }

export function WaitingRow({ meeting, onSettled }: Props) {
  const texts = calendarPaneTexts[usePaneState().locale].waiting
  const dates = useDates()
  const pane = usePaneStyles()
  const styles = useStyles()
  const { api } = usePane()
  const [choosing, setChoosing] = useState(false)
  const [wholeSeries, setWholeSeries] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const deed = useDeed(setFailure)
  const { id, allDay, outsiders, seriesId, startsAt } = meeting
  const subject = meeting.subject || texts.noSubject
  const series = wholeSeries && { wholeSeries }
  const guests = outsiders.slice(0, guestsShown).map(({ name, address }) => (name && address && name !== address ? `${name} (${address})` : name || address)).filter(Boolean)
  const work = (doing: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    void deed(doing).finally(() => setBusy(false))
  }
  const accept = (body: BodyOf<'acceptWaiting'>) => work(async () => {
    const contact = await api('acceptWaiting', { id, body: { ...body, ...series } })
    onSettled({ said: texts.accepted(subject), contactId: contact.id })
  })
  const dismiss = (dismissed: boolean) => work(async () => {
    await api('dismissWaiting', { id, body: { dismissed, ...series } })
    onSettled(dismissed ? { said: texts.dismissed(subject), takeBack: () => dismiss(false) } : { said: texts.taken(subject) })
  })
  function choose(found: Found) {
    setChoosing(false)
    accept(found.kind === 'person' ? { personIds: [found.id] } : { counterpartyId: found.id })
  }
  return (
    <li className={mergeClasses(pane.tight, styles.one)} aria-label={subject}>
      <div className={pane.quiet}><TimeText contact={{ startsAt, calendar: { allDay } }} dates={dates} /></div>
      <div className={mergeClasses(pane.plain, pane.strong)}>{subject}</div>
      <div className={pane.quiet}>{guests.length === 0 ? texts.noGuests : [guests.join(', '), outsiders.length > guestsShown && texts.moreGuests(outsiders.length - guestsShown)].filter(Boolean).join(' ')}</div>
      {seriesId && <Checkbox className={styles.check} label={texts.wholeSeries} checked={wholeSeries} onChange={(_, { checked }) => setWholeSeries(checked === true)} />}
      {choosing ? <ClientSearch label={texts.whichClient(subject)} onChoose={choose} onClose={() => setChoosing(false)} /> : (
        <div className={pane.row}>
          <Button size="small" disabledFocusable={busy} onClick={() => setChoosing(true)}>{texts.isWith}</Button>
          <Button size="small" disabledFocusable={busy} onClick={() => accept({})}>{texts.withoutClient}</Button>
          <Button size="small" disabledFocusable={busy} onClick={() => dismiss(true)}>{texts.dismiss}</Button>
        </div>
      )}
      <FailureNote failure={failure} />
    </li>
  )
}
