import { unrecognisedTexts } from '@counterpane/shared/text/unrecognised-journal'
import { Button, Link } from '@fluentui/react-components'
import { useMe, useSurroundings } from '../api/journal-context'
import { mayUndo } from '../panel/may-undo'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { DelayedSkeleton } from '../parts/delayed-skeleton'
import { MethodMark } from '../parts/method-mark'
import { ProblemNotice } from '../parts/problem-notice'
import { placeHref } from '../view/hash-route'
import { useSenderContacts, type Decisions } from './queue-data'
import type { OpenSender } from './queue-view'

/** The contacts of one sender, the newest first. `undoing`: each registration can be taken back here, one by one. */
export function SenderContacts({ sender, mine, decisions, undoing }: { sender: OpenSender; mine: boolean; decisions?: Decisions; undoing: boolean }) {
  const { locale, text: say } = useSurroundings()
  const text = unrecognisedTexts[locale]
  const me = useMe()
  const subject = useSubject()
  const list = useSenderContacts(sender, mine)
  const contacts = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="jn-sender-contacts">
      {list.isPending && <DelayedSkeleton lines={5} />}
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      <ul aria-label={text.list}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span className="jn-feed-meta"><ContactTime contact={contact} /><MethodMark method={contact.method} direction={contact.direction} /><span className="jn-quiet">{contact.manager?.name}</span></span>
            <Link className="jn-breakable" href={placeHref({ page: 'journal', search: '', contactId: contact.id })}>{subject(contact)}</Link>
            {undoing && decisions && mayUndo(contact, me, new Date()) && <Button size="small" className="jn-queue-start" disabled={decisions.undoContact.isPending} onClick={() => decisions.undoContact.mutate(contact.id)}>{say.undoing.confirm}</Button>}
          </li>
        ))}
      </ul>
      {undoing && decisions?.undoContact.error && <ProblemNotice error={decisions.undoContact.error} />}
      {list.hasNextPage && <Button className="jn-queue-start" size="small" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{text.more}</Button>}
    </div>
  )
}
