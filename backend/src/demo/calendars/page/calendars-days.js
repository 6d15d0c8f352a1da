/** An element with its attributes, event handlers and children. */
export function make(name, given = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(given)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value)
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''))
  return element
}

const isOver = (item, now) => new Date(`${item.day}T${item.to ?? '23:59'}`) < new Date(now)

/** What became of an appointment in the journal: a state in words, never by colour alone. */
function journalOf(item, { words, clock }) {
  const { journal } = item
  if (!journal) return make('span', { class: 'chip none' }, words.unread)
  if (journal.contactId === null) {
    const known = { waiting: words.waiting, busy: words.busy, meeting: words.unread }
    return make('span', { class: `chip ${journal.meaning === 'waiting' ? 'waiting' : 'none'}` }, known[journal.meaning] ?? words.ignored)
  }
  const state = journal.status === 'planned' && isOver(item, clock) ? 'overdue' : journal.status
  const chip = make('span', { class: `chip ${state}` }, words[state] ?? state)
  const link = make('a', { href: `/journal/#/contacts/${journal.contactId}`, target: '_blank', rel: 'noopener' }, journal.client ?? words.openContact)
  return make('span', { class: 'made' }, chip, link, journal.moves > 0 ? make('span', { class: 'quiet' }, words.moves(journal.moves)) : null)
}

function marksOf(item, words) {
  const marks = [item.series && words.series, item.private && words.private, item.free && words.free, item.away && words.away, item.online && words.online, item.gone && words.gone, !item.organizedHere && words.answer[item.response]]
  return marks.filter(Boolean).join(' · ')
}

function drawItem(item, context) {
  const { words, open, toggle, act } = context
  const isOpen = open === item.id
  const time = item.from === null ? words.allDay : `${item.from}–${item.to}`
  const verb = (name, allowed) => (allowed ? make('button', { type: 'button', 'data-key': `${name} ${item.id}`, onclick: () => act(name, item.id) }, words[name]) : null)
  const details = isOpen && make('div', { class: 'details' },
    item.organizedHere ? null : make('p', {}, words.invited(item.organizer)),
    item.people.length > 0 ? make('p', {}, `${words.people}: ${item.people.slice(0, 12).join(', ')}`) : null,
    item.location ? make('p', {}, `${words.place}: ${item.location}`) : null,
    item.gone ? null : make('div', { class: 'verbs', role: 'group', 'aria-label': words.actions }, verb('move', !item.cancelled), verb('cancel', !item.cancelled), verb('decline', !item.organizedHere && !item.cancelled), verb('delete', true)))
  const marks = marksOf(item, words)
  return make('li', { class: `item${item.gone || item.cancelled ? ' off' : ''}` },
    make('button', { type: 'button', class: 'face', 'data-key': `open ${item.id}`, 'aria-expanded': String(isOpen), onclick: () => toggle(item.id) },
      make('span', { class: 'time' }, time), make('span', { class: 'subject' }, item.subject || words.noSubject), marks ? make('span', { class: 'quiet marks' }, marks) : null),
    make('div', { class: 'became' }, journalOf(item, context)), details || null)
}

/** Days with their appointments; a day's heading says which day it is for us. */
export function drawDays(items, context) {
  const { words, locale, today } = context
  if (items.length === 0) return [make('p', { class: 'quiet' }, words.nothing)]
  const days = new Map()
  for (const item of items) days.set(item.day, [...(days.get(item.day) ?? []), item])
  const named = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const distance = (date) => Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000)
  const near = { '-1': words.yesterday, 0: words.today, 1: words.tomorrow }
  const draw = ([date, list]) => make('section', { class: `day${date === today ? ' today' : ''}`, 'data-day': date },
    make('h3', {}, named.format(new Date(date)), near[distance(date)] ? make('span', { class: 'quiet' }, ` · ${near[distance(date)]}`) : null),
    make('ul', {}, ...list.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).map((item) => drawItem(item, context))))
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1))
  const past = sorted.filter(([date]) => date < today)
  const coming = sorted.filter(([date]) => date >= today).map(draw)
  if (past.length === 0) return coming
  const count = past.reduce((sum, [, list]) => sum + list.length, 0)
  const earlier = make('details', { class: 'earlier', open: context.earlier, ontoggle: (event) => context.showEarlier(event.target.open) }, make('summary', { 'data-key': 'earlier' }, words.earlier(count)), ...past.map(draw))
  return [earlier, ...coming]
}
