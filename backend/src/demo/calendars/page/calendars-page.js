import { drawDays, make } from './calendars-days.js'
import { drawHappened, drawMembers, drawTroubles, standingOf } from './calendars-side.js'
import { allWords } from './calendars-words.js'

const at = (id) => document.getElementById(id)
const wanted = new URLSearchParams(location.search)
const settings = {
  language: ['en', 'ru'].includes(wanted.get('lang')) ? wanted.get('lang') : navigator.language.startsWith('ru') ? 'ru' : 'en',
  theme: ['light', 'dark'].includes(wanted.get('theme')) ? wanted.get('theme') : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
}
const words = () => allWords[settings.language]
const locale = () => (settings.language === 'ru' ? 'ru-RU' : 'en-GB')
let mailbox = wanted.get('mailbox') ?? ''
let open = null
let earlier = false
let seen = null
let drawn = ''
let turn = 0
const everyMs = 2_000

/** Puts new content in place of the old one, with the focus where it was. */
function put(element, children) {
  const key = document.activeElement?.dataset?.key
  const held = element.contains(document.activeElement)
  element.replaceChildren(...children)
  if (held && key) [...element.querySelectorAll('[data-key]')].find((one) => one.dataset.key === key)?.focus({ preventScroll: true })
}

function choose(address) {
  mailbox = address
  open = null
  remember()
  void look()
}
function remember() {
  history.replaceState(null, '', `?${new URLSearchParams({ lang: settings.language, theme: settings.theme, mailbox })}`)
}
async function order(said) {
  const response = await fetch('/demo/calendars/do', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) }).catch(() => null)
  const done = response?.ok && (await response.json()).done
  at('lost').hidden = Boolean(done)
  if (!done) at('lost').textContent = response ? words().notDone : words().lost
  await look()
}

function draw() {
  document.documentElement.lang = settings.language
  document.documentElement.dataset.theme = settings.theme
  document.title = `${words().title} · Counterpane`
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words()[element.dataset.word]
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', words()[element.dataset.label])
  for (const name of ['language', 'theme']) at(name).value = settings[name]
  if (!seen) return
  const context = { words: words(), locale: locale(), choose, order, chosen: seen.chosen, members: seen.members }
  const member = seen.members.find(({ address }) => address === seen.chosen)
  at('owner').textContent = member ? member.name : ''
  at('standing').textContent = member ? `${words()[member.kind]} · ${standingOf(member.calendar, context)} · ${words().zone} ${seen.zone}` : ''
  const calendarNow = new Intl.DateTimeFormat('sv-SE', { timeZone: seen.zone ?? 'UTC', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(seen.now)).replace(' ', 'T')
  put(at('members'), drawMembers(seen.members, context))
  put(at('days'), drawDays(seen.items, {
    ...context, today: calendarNow.slice(0, 10), clock: calendarNow, open, earlier, showEarlier: (shown) => { earlier = shown },
    toggle: (id) => { open = open === id ? null : id; draw() }, act: (verb, id) => void order({ verb, mailbox: seen.chosen, id }),
  }))
  put(at('happened'), drawHappened(seen.play.happened, context))
  put(at('troubles'), drawTroubles({ troubles: seen.troubles, chosen: seen.chosen, kind: member?.kind }, context))
  at('play-says').textContent = !seen.play.running ? words().still : seen.play.paused ? words().paused : words().playing
  at('pause').hidden = !seen.play.running
  at('pause').textContent = seen.play.paused ? words().goOn : words().pause
  drawGuests()
}
function drawGuests() {
  const said = JSON.stringify(seen.guests)
  if (at('guest').dataset.of === said) return
  at('guest').dataset.of = said
  at('guest').replaceChildren(...seen.guests.map(({ name, address, client }) => make('option', { value: address }, `${client}: ${name}`)))
  at('arrive').hidden = seen.guests.length === 0
}

async function look() {
  const mine = (turn += 1)
  const response = await fetch(`/demo/calendars/state?${new URLSearchParams({ mailbox })}`).catch(() => null)
  const fresh = response?.ok ? await response.json().catch(() => null) : null
  if (mine !== turn) return
  if (!fresh) {
    at('lost').hidden = false
    at('lost').textContent = words().lost
    return
  }
  if (at('lost').textContent === words().lost) at('lost').hidden = true
  seen = fresh
  mailbox = fresh.chosen ?? ''
  const said = JSON.stringify({ ...fresh, now: fresh.now.slice(0, 16) }) + open
  if (said !== drawn) draw()
  drawn = said
  document.body.dataset.ready = 'true'
}
async function keepLooking() {
  await look()
  setTimeout(keepLooking, everyMs)
}

for (const name of ['language', 'theme']) at(name).addEventListener('change', () => { settings[name] = at(name).value; remember(); draw() })
at('pause').addEventListener('click', () => void order({ verb: 'pause', on: !seen.play.paused }))
at('arrive').addEventListener('submit', (event) => {
  event.preventDefault()
  if (seen.chosen && at('guest').value) void order({ verb: 'arrive', mailbox: seen.chosen, guest: at('guest').value })
})
draw()
void keepLooking()
