import type { Contact } from '@counterpane/shared/contract/contact'
import type { Method } from '@counterpane/shared/domain/codes'
import { nearDate } from '@counterpane/shared/text/dates'
import { statusText, words as domainWords } from '@counterpane/shared/text/words'
import { cardWords, type CardContext } from '../card-context'
import { folding, row, section, text } from '../card-parts'
import type { KnownIcon, Section, Widget } from '../card-schema'
import { joined } from '../card-text'
import type { MessageView } from './message-view'

const icons: Record<Method, KnownIcon> = {
  letter: 'EMAIL', call: 'PHONE', meeting: 'EVENT_SEAT', 'video-call': 'VIDEO_CAMERA', fax: 'DESCRIPTION', messenger: 'EMAIL', exhibition: 'INVITE', other: 'DESCRIPTION',
}

/** When, how and by whom in words; the state of a planned one is said, never only coloured. */
function contactRow(contact: Contact, label: string | null, context: CardContext): Widget {
  const words = cardWords(context)
  const { method, direction } = domainWords[context.locale]
  const way = contact.method === 'letter' || contact.method === 'call' ? joined(method[contact.method], direction[contact.direction].toLowerCase()) : method[contact.method]
  return row({
    top: joined(label, nearDate(contact.startsAt, context), way),
    text: contact.subject.trim() || words.noSubject,
    bottom: joined(contact.manager?.name, statusText(contact, context.locale)),
    icon: icons[contact.method], iconText: method[contact.method], open: context.links.contact(contact.id),
  })
}

/** The next planned and the last held contact; that there is none is said too. */
export function nextAndLast({ sidebar: { nextContact, lastContact } }: MessageView, context: CardContext): Section {
  const words = cardWords(context)
  return section(null, [
    nextContact ? contactRow(nextContact, words.next, context) : row({ top: words.next, text: words.noNext }),
    lastContact ? contactRow(lastContact, words.last, context) : row({ top: words.last, text: words.noLast }),
  ])
}

export const historyLimits = { shown: 3, most: 10 } as const

export function historySection({ sidebar: { history } }: MessageView, context: CardContext): Section {
  const words = cardWords(context)
  const rows = history.items.slice(0, historyLimits.most).map((contact) => contactRow(contact, null, context))
  const more = history.nextCursor !== null || history.items.length > historyLimits.most
  return folding(words.history(`${rows.length}${more ? '+' : ''}`), rows.length > 0 ? rows : [text(words.noHistory)], historyLimits.shown)
}
