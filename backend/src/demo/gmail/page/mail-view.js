import { drawIcon } from './card-icons.js'
import { make, makeButton } from './card-markup.js'
import { drawFiles } from './letter-files.js'

export const nameOf = ({ name, address }) => name || address || '?'
const whole = ({ name, address }) => (name ? `${name} <${address}>` : address)
const isOwn = (item, owner) => item.from.address.toLowerCase() === owner.address.toLowerCase()
const dates = (locale) => (locale === 'ru' ? 'ru' : 'en-GB')

/** A round letter in place of a face; its tint follows from the name. */
export function drawFace(name) {
  const [first = '?'] = [...name.replace(/[^\p{L}\p{N}]/gu, '')]
  const face = make('span', 'face', first.toUpperCase())
  face.dataset.tint = String([...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6)
  face.setAttribute('aria-hidden', 'true')
  return face
}

/** The list of messages, newest first; arrows move through it, Enter or a click opens. */
export function drawList(place, { items, owner, chosen, words, open }) {
  const near = new Intl.DateTimeFormat(dates(document.documentElement.lang), { day: 'numeric', month: 'short' })
  const stop = items.find(({ id }) => id === chosen)?.id ?? items[0]?.id
  const hadFocus = place.contains(document.activeElement)
  place.replaceChildren(...items.map((item) => {
    const other = isOwn(item, owner) ? item.to[0] ?? { name: '', address: '' } : item.from
    const who = isOwn(item, owner) ? `${words.me}: ${nameOf(other)}` : nameOf(other)
    const row = make('li', '', drawFace(nameOf(other)), make('span', 'who cut', who), make('time', 'when', near.format(new Date(item.at))), make('span', 'what cut', item.subject || words.noSubject), make('span', 'start cut', item.text.slice(0, 120)))
    row.setAttribute('role', 'option')
    row.dataset.message = item.id
    row.setAttribute('aria-selected', String(item.id === chosen))
    row.tabIndex = item.id === stop ? 0 : -1
    row.addEventListener('click', () => open(item))
    return row
  }))
  place.onkeydown = (event) => {
    const rows = [...place.children]
    const at = rows.indexOf(event.target)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Enter' || event.key === ' ') rows[at]?.click()
    else if (to === undefined) return
    else if (rows[to]) {
      for (const row of rows) row.tabIndex = row === rows[to] ? 0 : -1
      rows[to].focus()
    }
    event.preventDefault()
  }
  if (hadFocus) place.querySelector('[tabindex="0"]')?.focus()
}

/** The open message as text: nothing of somebody's HTML gets into this page. `addon` opens the add-on below it, as on a phone. */
export function drawLetter(place, { item, words, close, addon }) {
  if (!item) return place.replaceChildren(make('p', 'empty', words.pick))
  const facts = [[words.from, whole(item.from)], [words.to, item.to.map(whole).join(', ')], [words.cc, item.cc.map(whole).join(', ')], [words.date, new Intl.DateTimeFormat(dates(document.documentElement.lang), { dateStyle: 'full', timeStyle: 'short' }).format(new Date(item.at))]]
  const toList = makeButton('icon to-list', drawIcon('back'), close)
  toList.setAttribute('aria-label', words.inbox)
  const open = makeButton('open-addon', Object.assign(make('img', ''), { src: '/demo/gmail/gmail-icon.svg', alt: '', width: 24, height: 24 }), addon)
  open.append(make('span', '', 'Counterpane'))
  open.setAttribute('aria-label', words.openAddon)
  place.replaceChildren(
    make('div', 'letter-bar', toList), make('h2', '', item.subject || words.noSubject),
    make('div', 'sender', drawFace(nameOf(item.from)), make('dl', '', ...facts.filter(([, value]) => value !== '').flatMap(([name, value]) => [make('dt', '', name), make('dd', '', value)]))),
    make('pre', '', item.text), ...drawFiles(item.attachments, words.files), make('div', 'beneath', open),
  )
  place.scrollTop = 0
}
