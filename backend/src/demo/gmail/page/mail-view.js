import { make } from './card-markup.js'

const nameOf = ({ name, address }) => name || address || '?'
const whole = ({ name, address }) => (name ? `${name} <${address}>` : address)
const isOwn = (item, owner) => item.from.address.toLowerCase() === owner.address.toLowerCase()

/** The list of messages, newest first; `open(item)` when one is chosen. */
export function drawList(place, { items, owner, chosen, locale, words, open }) {
  const near = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'short' })
  place.replaceChildren(...items.map((item) => {
    const who = isOwn(item, owner) ? `${words.me}: ${nameOf(item.to[0] ?? { name: '', address: '' })}` : nameOf(item.from)
    const button = make('button', '', make('span', 'who', who), make('time', 'when', near.format(new Date(item.at))), make('span', 'what', item.subject || words.noSubject))
    button.type = 'button'
    button.dataset.message = item.id
    button.setAttribute('aria-current', String(item.id === chosen))
    button.addEventListener('click', () => open(item))
    return make('li', '', button)
  }))
}

/** The open message as text: nothing of somebody's HTML gets into this page. */
export function drawLetter(place, { item, locale, words }) {
  if (!item) return place.replaceChildren(make('p', '', words.pick))
  const facts = [[words.from, whole(item.from)], [words.to, item.to.map(whole).join(', ')], [words.date, new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(item.at))]]
  place.replaceChildren(
    make('h2', '', item.subject || words.noSubject),
    make('dl', '', ...facts.flatMap(([name, value]) => [make('dt', '', name), make('dd', '', value)])),
    make('pre', '', item.text),
    ...(item.attachments.length > 0 ? [make('p', 'files', `${words.files}: ${item.attachments.map(({ name, size }) => `${name} (${Math.ceil(size / 1024)} KB)`).join(', ')}`)] : []),
  )
}
