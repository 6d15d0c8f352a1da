import type { Contact } from '@counterpane/shared/contract/contact'
import type { FeedEntry } from '@counterpane/shared/contract/client'
import type { Task } from '@counterpane/shared/contract/task'
import { termText } from '@counterpane/shared/text/dates'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Checkbox, Link } from '@fluentui/react-components'
import { Note20Regular } from '@fluentui/react-icons/svg/note'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { DateTime } from '../parts/date-time'
import { MethodMark } from '../parts/method-mark'
import { StatusMark } from '../parts/status-mark'

/** One entry of the feed: a contact that opens, a task that can be ticked off, a note that is read. */
export function FeedLine({ entry, open, onOpen }: { entry: FeedEntry; open: boolean; onOpen: (id: string) => void }) {
  return (
    <li className="jn-feed-line" data-open={open || undefined}>
      <span className="jn-feed-date">{entry.contact ? <ContactTime contact={entry.contact} /> : <DateTime at={entry.at} clock={entry.kind !== 'note'} />}</span>
      {entry.contact && <ContactLine contact={entry.contact} onOpen={onOpen} />}
      {entry.task && (entry.kind === 'note' ? <NoteLine task={entry.task} /> : <TaskLine task={entry.task} />)}
    </li>
  )
}

function ContactLine({ contact, onOpen }: { contact: Contact; onOpen: (id: string) => void }) {
  const subject = useSubject()
  return (
    <span className={`jn-feed-body jn-tone-${contactStateName(contact)}`}>
      <span className="jn-feed-meta"><MethodMark method={contact.method} direction={contact.direction} /><StatusMark contact={contact} /><span className="jn-quiet">{contact.manager?.name}</span></span>
      <Link as="button" className="jn-subject-text jn-feed-open" onClick={() => onOpen(contact.id)}>{subject(contact)}</Link>
      {contact.result && <span className="jn-second">{contact.result}</span>}
    </span>
  )
}

function TaskLine({ task }: { task: Task }) {
  const { call, text, locale } = useSurroundings()
  const queries = useQueryClient()
  const tick = useMutation({ mutationFn: (done: boolean) => call('patchTask', { id: task.id, body: { done } }), onSuccess: () => queries.invalidateQueries({ queryKey: ['feed'] }) })
  const done = tick.isPending ? tick.variables : task.done
  const late = task.overdue && !done
  return (
    <span className={`jn-feed-body ${late ? 'jn-tone-overdue' : ''}`}>
      <span className="jn-feed-meta">
        <Checkbox className="jn-tick" checked={done} onChange={(_, { checked }) => tick.mutate(checked === true)} aria-label={done ? text.feed.markOpen(task.title) : text.feed.markDone(task.title)} />
        <span>{text.feed.task}</span>
        <span className={late ? 'jn-status' : 'jn-quiet'}>{done ? text.feed.done : termText(task.dueAt, { locale, now: new Date() })}</span>
        <span className="jn-quiet">{task.manager.name}</span>
      </span>
      <span className={done ? 'jn-done' : undefined}>{task.title}</span>
      {task.result && <span className="jn-second">{task.result}</span>}
    </span>
  )
}

function NoteLine({ task }: { task: Task }) {
  const { text } = useSurroundings()
  return (
    <span className="jn-feed-body">
      <span className="jn-feed-meta"><Note20Regular aria-hidden="true" /><span>{text.feed.note}</span><span className="jn-quiet">{task.manager.name}</span></span>
      <span className="jn-prose">{task.title}</span>
    </span>
  )
}
