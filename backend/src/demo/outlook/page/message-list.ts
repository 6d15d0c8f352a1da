import type { DemoItem } from '../demo-item'
import { dayAndTime, element, nameOf, shortDate } from './demo-dom'
import type { DemoMeeting } from './demo-meetings'
import type { DemoLanguage, DemoWords } from './demo-words'

/** `extend`: from the row chosen before to this one; `toggle`: this one more, or no longer. */
export type Pick = 'only' | 'toggle' | 'extend'
interface Row { id: string; subject: string; top: string; when: string; preview: string; chosen: boolean }
interface RowsView { rows: Row[]; onPick: (id: string, how: Pick) => void; onAll?: () => void }

/** Rows of a folder; arrows move through them as in a mail client, with Shift they take more. */
function drawRows(place: HTMLElement, { rows, onPick, onAll }: RowsView) {
  const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[role=option]')?.dataset.id
  const tabStop = rows.find((row) => row.id === focused)?.id ?? rows.find((row) => row.chosen)?.id ?? rows[0]?.id
  place.replaceChildren(...rows.map((row, index) => {
    const line = element('li', '')
    line.setAttribute('role', 'option')
    line.setAttribute('aria-selected', String(row.chosen))
    line.dataset.subject = row.subject
    line.dataset.id = row.id
    line.tabIndex = row.id === tabStop ? 0 : -1
    const first = element('div', 'line')
    first.append(element('span', 'who cut', row.top), element('span', 'quiet', row.when))
    line.append(first, element('div', 'cut', row.subject), element('div', 'quiet cut', row.preview))
    line.addEventListener('mousedown', (event) => { if (event.shiftKey) event.preventDefault() })
    line.addEventListener('click', (event) => onPick(row.id, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only'))
    line.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onAll) { event.preventDefault(); return onAll() }
      const to = event.key === 'ArrowDown' ? rows[index + 1] : event.key === 'ArrowUp' ? rows[index - 1] : event.key === 'Enter' ? row : undefined
      if (!to) return
      event.preventDefault()
      place.querySelector<HTMLElement>(`[data-id="${CSS.escape(to.id)}"]`)?.focus()
      onPick(to.id, event.shiftKey ? 'extend' : 'only')
    })
    return line
  }))
  if (focused !== undefined) place.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
}

interface ListView { items: DemoItem[]; chosen: ReadonlySet<string>; language: DemoLanguage; words: DemoWords; toWhom: boolean; onPick: (id: string, how: Pick) => void; onAll: () => void }

/** The letters, newest first. */
export function drawList(place: HTMLElement, { items, chosen, language, words, toWhom, onPick, onAll }: ListView) {
  const rows = items.map((item) => ({
    id: item.itemId, subject: item.subject || words.noSubject, top: toWhom ? item.to.map(nameOf).join(', ') || '—' : nameOf(item.from), when: shortDate(item.createdAt, language), preview: item.preview, chosen: chosen.has(item.itemId),
  }))
  drawRows(place, { rows, onPick, onAll })
}

interface CalendarView { meetings: DemoMeeting[]; open: DemoMeeting | null; language: DemoLanguage; words: DemoWords; onOpen: (meeting: DemoMeeting) => void }

/** The appointments, the earliest first. */
export function drawCalendar(place: HTMLElement, { meetings, open, language, words, onOpen }: CalendarView) {
  const ordered = [...meetings].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  const rows = ordered.map((meeting, index) => ({
    id: String(index), subject: meeting.subject, top: dayAndTime(meeting.startsAt, language), when: meeting.organising ? words.mine : nameOf(meeting.organizer), preview: meeting.location, chosen: meeting === open,
  }))
  drawRows(place, { rows, onPick: (id) => { const meeting = ordered[Number(id)]; if (meeting) onOpen(meeting) } })
}
