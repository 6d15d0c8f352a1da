import type { DemoItem } from '../outlook-demo.presenter'
import type { DemoLanguage, DemoWords } from './demo-words'

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}
const nameOf = (address: { name: string; address: string }) => address.name || address.address || '—'
const shortDate = (at: string, language: DemoLanguage) => new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { day: 'numeric', month: 'short' }).format(new Date(at))
const longDate = (at: string, language: DemoLanguage) => new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))

interface ListView { items: DemoItem[]; open: string | null; language: DemoLanguage; words: DemoWords; onOpen: (item: DemoItem) => void }

/** The letters, newest first; arrows move through them as in a mail client. */
export function drawList(place: HTMLElement, { items, open, language, words, onOpen }: ListView) {
  const hadFocus = place.contains(document.activeElement)
  place.replaceChildren(...items.map((item, index) => {
    const row = element('li', '')
    row.setAttribute('role', 'option')
    row.setAttribute('aria-selected', String(item.itemId === open))
    row.dataset.subject = item.subject
    row.tabIndex = item.itemId === open || (open === null && index === 0) ? 0 : -1
    const first = element('div', 'line')
    first.append(element('span', 'who cut', nameOf(item.from)), element('span', 'quiet', shortDate(item.createdAt, language)))
    row.append(first, element('div', 'cut', item.subject || words.noSubject), element('div', 'quiet cut', item.preview))
    row.addEventListener('click', () => onOpen(item))
    row.addEventListener('keydown', (event) => {
      const to = event.key === 'ArrowDown' ? items[index + 1] : event.key === 'ArrowUp' ? items[index - 1] : event.key === 'Enter' ? item : undefined
      if (!to) return
      event.preventDefault()
      onOpen(to)
    })
    return row
  }))
  if (hadFocus) place.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
}

export function drawReading(place: HTMLElement, { item, text, language, words }: { item: DemoItem | null; text: string; language: DemoLanguage; words: DemoWords }) {
  if (!item) return place.replaceChildren(element('div', 'empty', words.nothingOpen))
  const files = element('ul', 'files')
  for (const file of item.attachments.filter((one) => !one.isInline)) files.append(element('li', '', `${file.name} · ${Math.max(1, Math.round(file.size / 1024))} KB`))
  const to = (label: string, list: DemoItem['to']) => (list.length > 0 ? [element('div', 'quiet', `${label}: ${list.slice(0, 20).map(nameOf).join(', ')}${list.length > 20 ? `, +${list.length - 20}` : ''}`)] : [])
  place.replaceChildren(
    element('h2', '', item.subject || words.noSubject), element('div', 'who', item.from.name || item.from.address),
    ...(item.from.name && !item.from.address.startsWith('/') ? [element('div', 'quiet', item.from.address)] : []),
    ...to(words.to, item.to), ...to(words.cc, item.cc), element('div', 'quiet', longDate(item.createdAt, language)), ...(files.childElementCount > 0 ? [files] : []), element('p', 'text', text),
  )
}
