import { createAddonHost } from './addon-host.js'
import { openCompose } from './compose-window.js'
import { drawFace, drawLetter, drawList } from './mail-view.js'
import { createSettings } from './preview-settings.js'

const at = (id) => document.getElementById(id)
const wanted = new URLSearchParams(location.search)
const read = async () => (await fetch('/demo/gmail/messages')).json()
let mail = await read()
const settings = createSettings(mail)
const words = () => settings.words()
const narrow = matchMedia('(max-width: 820px)')
const isSingle = () => settings.isPhone() || narrow.matches
const letters = new Set()
let chosen = mail.items.find(({ id }) => id === wanted.get('message')) ?? null

/** Cards hold https addresses of the real installation; here they lead to this very server. */
function ownAddress(url) {
  const base = mail.cardUrls.find((one) => url.startsWith(one))
  return base ? location.origin + url.slice(base.length) : url
}

const desk = {
  settings, ownAddress, composePlace: at('windows'),
  changed: () => panel.staleElsewhere(),
  async openDraft(id) {
    const response = await fetch(`/demo/gmail/drafts/${encodeURIComponent(id)}`)
    write(response.ok ? { ...(await response.json()), draftId: id } : { text: words().noDraft })
  },
  async send(letter) {
    const response = await fetch('/demo/gmail/send', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(letter) })
    if (!response.ok || (await response.json()).message === null) return false
    mail = await read()
    drawMail()
    return true
  },
  closed: (handle) => { letters.delete(handle); at('new-letter').focus() },
}
const panel = createAddonHost(desk, { onClose: () => show(chosen ? 'letter' : 'list') })
at('panel').append(panel.element)

function write(letter) {
  for (const one of letters) one.close()
  letters.add(openCompose(desk, letter))
}

const context = () => (chosen ? { key: chosen.id, endpoint: 'on-message', message: chosen.id } : { key: 'home', endpoint: 'homepage', message: null })

/** On a narrow screen one thing is seen at a time, and the add-on is asked when it is tapped; a phone has no homepage. */
function show(view, { focus = true } = {}) {
  document.body.dataset.view = view
  // What is seen alone is the page's main part.
  for (const [name, id, role] of [['list', 'list', 'navigation'], ['card', 'panel', 'complementary']]) at(id).setAttribute('role', isSingle() && view === name ? 'main' : role)
  if (view === 'card' || !isSingle()) void panel.load(context())
  if (isSingle() && focus) ({ list: at('messages').querySelector('[tabindex="0"]'), letter: at('letter'), card: panel }[view])?.focus()
}
function open(item) {
  chosen = item
  drawMail()
  show(item ? 'letter' : 'list')
}

function drawMail() {
  drawList(at('messages'), { items: mail.items, owner: settings.person(), chosen: chosen?.id, words: words(), open })
  drawLetter(at('letter'), { item: chosen, words: words(), close: () => open(null), addon: () => show('card') })
}
function draw() {
  document.documentElement.lang = settings.values.language === 'ru' ? 'ru' : 'en'
  document.documentElement.dataset.theme = settings.isDark() ? 'dark' : 'light'
  Object.assign(document.body.dataset, { layout: isSingle() ? 'single' : 'wide', device: settings.isPhone() ? 'phone' : 'web' })
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words()[element.dataset.word]
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', words()[element.dataset.label])
  const { name, address } = settings.person()
  at('signed-in').replaceChildren(drawFace(name), `${name} · ${address}`)
  panel.drawWords()
  drawMail()
}

const quiet = new Set(['theme', 'email', 'delay', 'trouble', 'server'])
settings.onChange((name) => {
  draw()
  if (quiet.has(name)) return
  for (const one of letters) one.close()
  panel.forget()
  if (name === 'device') show(isSingle() ? (chosen ? 'letter' : 'list') : 'list')
  else if (!isSingle() || document.body.dataset.view === 'card') void panel.load(context())
})
narrow.addEventListener('change', () => { draw(); show(chosen ? 'letter' : 'list') })
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw)
at('new-letter').addEventListener('click', () => write({}))
at('list-addon').addEventListener('click', () => show('card'))
at('stand-in').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  at('stand-in').open = false
  at('stand-in').querySelector('summary').focus()
})

settings.draw()
draw()
show(chosen && isSingle() ? (wanted.get('view') === 'card' ? 'card' : 'letter') : 'list', { focus: false })
