import type { Contact } from '@counterpane/shared/contract/contact'
import { calendarRowTexts } from '@counterpane/shared/text/calendar-row-journal'
import { words } from '@counterpane/shared/text/words'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Checkbox } from '@fluentui/react-components'
import { ImportantFilled } from '@fluentui/react-icons/svg/important'
import { memo, type KeyboardEvent } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { MethodMark } from '../parts/method-mark'
import { StatusMark } from '../parts/status-mark'
import { clientPlace, placeHref } from '../view/hash-route'
import { hasColumn, rowHeight, type Layout } from './grid-columns'

export interface RowProps { contact: Contact; index: number; layout: Layout; current: boolean; open: boolean; onOpen: (id: string) => void; onFocus: (index: number) => void; ticked: boolean | null; onTick?: (id: string) => void }

/** One contact: columns when there is room, else a card of the same cells. The row itself takes the focus; Enter opens it. */
export const ContactRow = memo(function ContactRow({ contact, index, layout, current, open, onOpen, onFocus, ticked, onTick }: RowProps) {
  const { text } = useSurroundings()
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    onOpen(contact.id)
  }
  return (
    <div
      role="row" aria-rowindex={index + 2} aria-selected={open} tabIndex={current ? 0 : -1} data-index={index} className={`jn-row jn-tone-${contactStateName(contact)}`}
      style={{ top: index * rowHeight[layout], height: rowHeight[layout] }} onClick={() => onOpen(contact.id)} onFocus={() => onFocus(index)} onKeyDown={onKey}
    >
      {ticked !== null && <TickCell contact={contact} ticked={ticked} tabbable={current} onTick={onTick} />}
      <div role="gridcell" className="jn-cell jn-c-date"><ContactTime contact={contact} /></div>
      {hasColumn(layout, 'wide') && <div role="gridcell" className="jn-cell jn-c-minutes" title={text.column.minutesLong}>{contact.calendar?.allDay ? '–' : contact.durationMinutes ?? '–'}</div>}
      <div role="gridcell" className="jn-cell jn-c-method"><MethodMark method={contact.method} direction={contact.direction} /></div>
      <ClientCell contact={contact} tabbable={current} />
      {hasColumn(layout, 'wide') && <PersonCell contact={contact} />}
      {hasColumn(layout, 'medium') && <div role="gridcell" className="jn-cell jn-c-manager jn-clip" title={contact.manager?.name}>{contact.manager?.name ?? '–'}</div>}
      <SubjectCell contact={contact} />
      {hasColumn(layout, 'medium') && <StateCell contact={contact} />}
      <div role="gridcell" className="jn-cell jn-c-status"><StatusMark contact={contact} /></div>
    </div>
  )
})

function TickCell({ contact, ticked, tabbable, onTick }: { contact: Contact; ticked: boolean; tabbable: boolean; onTick: RowProps['onTick'] }) {
  const { locale } = useSurroundings()
  const subject = useSubject()
  return (
    <div role="gridcell" className="jn-c-tick" onClick={(event) => event.stopPropagation()}>
      <Checkbox checked={ticked} tabIndex={tabbable ? 0 : -1} aria-label={calendarRowTexts[locale].select.row(subject(contact))} onChange={() => onTick?.(contact.id)} />
    </div>
  )
}

function ClientCell({ contact: { counterparty }, tabbable }: { contact: Contact; tabbable: boolean }) {
  const { text } = useSurroundings()
  return (
    <div role="gridcell" className="jn-cell jn-c-client jn-clip" title={counterparty?.name}>
      {counterparty
        ? <a className="jn-quiet-link" tabIndex={tabbable ? 0 : -1} href={placeHref(clientPlace(counterparty.id))} onClick={(event) => event.stopPropagation()}>{counterparty.name}</a>
        : <span className="jn-quiet">{text.list.noClient}</span>}
    </div>
  )
}

function PersonCell({ contact: { persons } }: { contact: Contact }) {
  const { text } = useSurroundings()
  const [first] = persons
  return (
    <div role="gridcell" className="jn-cell jn-c-person jn-clip" title={persons.map(({ name }) => name).join(', ') || undefined}>
      {first ? (persons.length > 1 ? text.list.andMore(first.name, persons.length - 1) : first.name) : '–'}
    </div>
  )
}

function SubjectCell({ contact }: { contact: Contact }) {
  const { text } = useSurroundings()
  const subject = useSubject()
  return (
    <div role="gridcell" className="jn-cell jn-c-subject">
      <div className="jn-clip jn-subject" title={contact.subject || undefined}>
        {contact.priority === 'high' && <span className="jn-important" title={text.list.highPriority}><ImportantFilled aria-hidden="true" /><span className="jn-hidden">{text.list.highPriority}: </span></span>}
        <span className="jn-subject-text">{subject(contact)}</span>
      </div>
      {(contact.result || contact.type) && (
        <div className="jn-clip jn-second" title={contact.result || undefined}>{contact.type && <span className="jn-goal">{contact.type.name}</span>}{contact.result}</div>
      )}
    </div>
  )
}

function StateCell({ contact }: { contact: Contact }) {
  const { locale } = useSurroundings()
  return <div role="gridcell" className="jn-cell jn-c-state jn-two-lines">{words[locale].state[contact.state]}</div>
}
