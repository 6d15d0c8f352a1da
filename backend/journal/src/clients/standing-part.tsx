import type { ClientStanding } from '@counterpane/shared/contract/client'
import { feedTexts } from '@counterpane/shared/text/feed-journal'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Button, Link } from '@fluentui/react-components'
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add'
import { useState } from 'react'
import { useStanding } from '../api/feed-queries'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { MethodMark } from '../parts/method-mark'
import { ProblemNotice } from '../parts/problem-notice'
import { StatusMark } from '../parts/status-mark'
import { TaskTerm } from '../tasks/task-term'
import { placeHref, tasksPlace } from '../view/hash-route'
import { PlanStepForm } from './plan-step-form'
import { TimeSpent } from './time-spent'

interface Props { counterpartyId: string; onOpen: (id: string) => void }

/** Whether, when, by whom and what for the next step is planned; what is late; what time went here. */
export function StandingPart({ counterpartyId, onOpen }: Props) {
  const { locale } = useSurroundings()
  const say = feedTexts[locale].standing
  const { data, error, isPending, refetch } = useStanding(counterpartyId)
  const [planning, plan] = useState(false)
  return (
    <section className="jn-standing" aria-label={say.title}>
      {isPending && <DelayedSkeleton lines={3} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <dl>
          <div>
            <dt>{say.next}</dt>
            <dd>
              {data.next ? <ContactWords contact={data.next} onOpen={onOpen} /> : <strong className="jn-warning">{say.none}</strong>}
              {!planning && <Button size="small" appearance={data.next ? 'subtle' : 'primary'} icon={<CalendarAdd20Regular />} onClick={() => plan(true)}>{say.plan}</Button>}
            </dd>
          </div>
          {data.nextTask && <div><dt>{say.task}</dt><dd><span className="jn-breakable">{data.nextTask.title}</span><TaskTerm task={data.nextTask} /><span className="jn-quiet">{data.nextTask.manager.name}</span></dd></div>}
          <div><dt>{say.last}</dt><dd>{data.last ? <ContactWords contact={data.last} onOpen={onOpen} /> : <span className="jn-quiet">{say.noLast}</span>}</dd></div>
          <div><dt>{say.late}</dt><dd><Late counterpartyId={counterpartyId} {...data} /></dd></div>
          <div><dt title={say.timeHint}>{say.time}</dt><dd><TimeSpent time={data.time} /></dd></div>
        </dl>
      )}
      {data && planning && <PlanStepForm counterpartyId={counterpartyId} last={data.last} onDone={() => plan(false)} />}
    </section>
  )
}

function ContactWords({ contact, onOpen }: { contact: NonNullable<ClientStanding['next']> } & Pick<Props, 'onOpen'>) {
  const subject = useSubject()
  return (
    <span className={`jn-standing-contact jn-tone-${contactStateName(contact)}`}>
      <ContactTime contact={contact} /><MethodMark method={contact.method} direction={contact.direction} />{contact.status === 'planned' && <StatusMark contact={contact} />}
      {contact.type && <span className="jn-goal">{contact.type.name}</span>}<Link as="button" className="jn-feed-open" onClick={() => onOpen(contact.id)}>{subject(contact)}</Link><span className="jn-quiet">{contact.manager?.name}</span>
    </span>
  )
}

function Late({ counterpartyId, overdueContacts, overdueTasks, openTasks }: { counterpartyId: string } & ClientStanding) {
  const { locale } = useSurroundings()
  const say = feedTexts[locale].standing
  const tasks = placeHref(tasksPlace(new URLSearchParams({ whose: 'all', client: counterpartyId }).toString()))
  return (
    <>
      {overdueContacts > 0 && <Link className="jn-late" href={`#/journal?${new URLSearchParams({ period: 'all', counterpartyId, overdue: '1' })}`}>{say.contacts(overdueContacts)}</Link>}
      {overdueTasks > 0 && <Link className="jn-late" href={tasks}>{say.tasks(overdueTasks)}</Link>}
      {overdueContacts + overdueTasks === 0 && <span>{say.nothingLate}</span>}
      {openTasks > overdueTasks && <Link href={tasks}>{say.openTasks(openTasks)}</Link>}
    </>
  )
}
