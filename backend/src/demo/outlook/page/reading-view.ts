import type { DemoItem } from '../demo-item'
import { button, clockTime, element, longDate, nameOf } from './demo-dom'
import type { DemoMeeting } from './demo-meetings'
import type { DemoLanguage, DemoWords } from './demo-words'
import type { Notice } from './stand-in-host'

interface Look { language: DemoLanguage; words: DemoWords }
const quiet = (label: string, text: string) => (text ? [element('div', 'quiet', `${label}: ${text}`)] : [])
const names = (list: DemoItem['to']) => `${list.slice(0, 20).map(nameOf).join(', ')}${list.length > 20 ? `, +${list.length - 20}` : ''}`

/** What the add-in says above the item, until it is dismissed. */
export function drawNotices(notices: Iterable<Notice>, words: DemoWords, onDismiss: (key: string) => void): HTMLElement[] {
  return [...notices].map((notice) => {
    const bar = element('div', `notice ${String(notice.type)}`)
    bar.setAttribute('role', String(notice.type) === 'errorMessage' ? 'alert' : 'status')
    if (String(notice.type) === 'progressIndicator') bar.setAttribute('aria-busy', 'true')
    bar.append(element('strong', '', 'Counterpane'), element('span', '', notice.message), button('✕', () => onDismiss(notice.key ?? '')))
    bar.querySelector('button')?.setAttribute('aria-label', words.dismiss)
    return bar
  })
}

export function drawMessage(place: HTMLElement, item: DemoItem, text: string, notices: HTMLElement[], { language, words }: Look) {
  const files = element('ul', 'files')
  for (const file of item.attachments.filter((one) => !one.isInline)) files.append(element('li', '', `${file.name} · ${Math.max(1, Math.round(file.size / 1024))} KB`))
  place.replaceChildren(
    ...notices, element('h2', '', item.subject || words.noSubject), element('div', 'who', item.from.name || item.from.address),
    ...(item.from.name && !item.from.address.startsWith('/') ? [element('div', 'quiet', item.from.address)] : []),
    ...(item.sender ? quiet(words.sentBy, nameOf(item.sender)) : []), ...quiet(words.to, names(item.to)), ...quiet(words.cc, names(item.cc)), element('div', 'quiet', longDate(item.createdAt, language)),
    ...(item.meeting ? quiet(words.when, `${longDate(item.meeting.startsAt, language)} – ${clockTime(item.meeting.endsAt, language)}`) : []),
    ...(files.childElementCount > 0 ? [files] : []), element('p', 'text', text),
  )
}

export const drawNothing = (place: HTMLElement, words: DemoWords) => place.replaceChildren(element('div', 'empty', words.nothingOpen))
export const drawSeveral = (place: HTMLElement, count: number, words: DemoWords) => place.replaceChildren(element('div', 'empty', words.severalSelected(count)))

/** An appointment of somebody else, as it is read. */
export function drawAttended(place: HTMLElement, meeting: DemoMeeting, notices: HTMLElement[], { language, words }: Look) {
  place.replaceChildren(
    ...notices, element('h2', '', meeting.subject), element('div', 'who', nameOf(meeting.organizer)), ...quiet(words.when, `${longDate(meeting.startsAt, language)} – ${clockTime(meeting.endsAt, language)}`),
    ...quiet(words.location, meeting.location), ...quiet(words.attendees, names(meeting.required)), ...quiet(words.optional, names(meeting.optional)), ...(meeting.seriesId ? [element('div', 'quiet', words.series)] : []),
    element('p', 'text', meeting.text),
  )
}
