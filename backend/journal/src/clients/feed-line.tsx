import type { Contact } from '@counterpane/shared/contract/contact'
import type { FeedEntry } from '@counterpane/shared/contract/client'
import { feedTexts } from '@counterpane/shared/text/feed-journal'
import { contactStateName } from '@counterpane/shared/ui/state-colours'
import { Link } from '@fluentui/react-components'
import { ArrowSwap16Regular } from '@fluentui/react-icons/svg/arrow-swap'
import { Attach16Regular } from '@fluentui/react-icons/svg/attach'
import { useEffect, useRef } from 'react'
import { useSurroundings } from '../api/journal-context'
import { useSubject } from '../parts/contact-subject'
import { ContactTime } from '../parts/contact-time'
import { clockText, DateTime } from '../parts/date-time'
import { FileLink } from '../parts/file-link'
import { MethodMark } from '../parts/method-mark'
import { sizeText } from '../parts/size-text'
import { StatusMark } from '../parts/status-mark'
import { FeedTask } from './feed-task'

interface Props { entry: FeedEntry; open: boolean; fresh: boolean; onOpen: (id: string) => void }

/** One entry of the feed: a contact that opens, a task that is ticked off, a note that is read, a file, a move. */
export function FeedLine({ entry, open, fresh, onOpen }: Props) {
  const { kind, contact, task } = entry
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => { if (fresh) line.current?.scrollIntoView({ block: 'nearest' }) }, [fresh])
  return (
    <li ref={line} className="jn-feed-line" data-kind={kind} data-open={open || undefined} data-fresh={fresh || undefined}>
      <span className="jn-feed-date">{kind === 'contact' && contact ? <ContactTime contact={contact} /> : <DateTime at={entry.at} clock={kind !== 'note'} />}</span>
      {kind === 'contact' && contact && <ContactLine contact={contact} onOpen={onOpen} />}
      {task && <FeedTask task={task} />}
      {kind === 'document' && <DocumentLine entry={entry} onOpen={onOpen} />}
      {kind === 'move' && <MoveLine entry={entry} onOpen={onOpen} />}
    </li>
  )
}

function ContactLine({ contact, onOpen }: { contact: Contact; onOpen: Props['onOpen'] }) {
  const subject = useSubject()
  return (
    <span className={`jn-feed-body jn-tone-${contactStateName(contact)}`}>
      <span className="jn-feed-meta"><MethodMark method={contact.method} direction={contact.direction} /><StatusMark contact={contact} />{contact.type && <span className="jn-goal">{contact.type.name}</span>}<span className="jn-quiet">{contact.manager?.name}</span></span>
      <Link as="button" className="jn-subject-text jn-feed-open" onClick={() => onOpen(contact.id)}>{subject(contact)}</Link>
      {contact.result && <span className="jn-second">{contact.result}</span>}
    </span>
  )
}

function DocumentLine({ entry: { document, contact }, onOpen }: Pick<Props, 'entry' | 'onOpen'>) {
  const { text, locale } = useSurroundings()
  const say = feedTexts[locale]
  const subject = useSubject()
  if (!document || !contact) return null
  return (
    <span className="jn-feed-body jn-feed-small">
      <span className="jn-with-icon"><Attach16Regular aria-hidden="true" /><span className="jn-hidden">{say.document} </span><FileLink file={document} /></span>
      <span className="jn-feed-meta"><span className="jn-second">{sizeText(document.size, locale)}{!document.kept && ` · ${text.contact.notKept}`}</span><Link as="button" className="jn-feed-open" onClick={() => onOpen(contact.id)}>{subject(contact)}</Link></span>
    </span>
  )
}

function MoveLine({ entry: { move, contact }, onOpen }: Pick<Props, 'entry' | 'onOpen'>) {
  const { locale } = useSurroundings()
  const say = feedTexts[locale]
  const subject = useSubject()
  if (!move || !contact) return null
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { day: 'numeric', month: 'short' })
  const point = (at: string) => (contact.calendar?.allDay ? date.format(new Date(at)) : `${date.format(new Date(at))} ${clockText(at, locale)}`)
  return (
    <span className="jn-feed-body jn-feed-small">
      <span className="jn-feed-meta"><span className="jn-with-icon"><ArrowSwap16Regular aria-hidden="true" />{say.moved}</span><span>{say.fromTo(point(move.from), point(move.to))}</span><span className="jn-quiet">{move.by?.name ?? say.byCalendar}</span></span>
      <Link as="button" className="jn-feed-open" onClick={() => onOpen(contact.id)}>{subject(contact)}</Link>
    </span>
  )
}
