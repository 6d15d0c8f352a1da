import './outlook-demo.css'
import type { DemoItem, DemoMessages } from '../outlook-demo.presenter'
import { type DemoLanguage, demoWords } from './demo-words'
import { drawList, drawReading } from './message-list'
import type { BodySpeed, StandInHost, StandInTheme } from './stand-in-host'

const get = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const asked = new URLSearchParams(window.location.search)
const choice = (name: string) => get<HTMLSelectElement>(name)
for (const name of ['language', 'theme', 'width', 'body']) {
  const wanted = asked.get(name)
  if (wanted !== null) choice(name).value = wanted
  else if (name === 'language' && /^ru\b/i.test(navigator.language)) choice(name).value = 'ru'
}

const listeners = { item: new Set<() => void>(), theme: new Set<() => void>(), online: new Set<() => void>() }
const fire = (event: keyof typeof listeners) => { for (const listener of listeners[event]) listener() }
const texts = new Map<string, { text: string | null; html: string | null }>()
let items: DemoItem[] = []
let open: DemoItem | null = null
let pinned = true

const language = () => choice('language').value as DemoLanguage
const words = () => demoWords[language()]
const frame = get<HTMLIFrameElement>('pane')

async function readBody(itemId: string) {
  const known = texts.get(itemId)
  if (known) return known
  const response = await fetch(`/demo/outlook/messages/${encodeURIComponent(itemId)}`)
  const body = (await response.json()) as { text: string | null; html: string | null }
  texts.set(itemId, body)
  return body
}

function drawWords() {
  document.documentElement.lang = language()
  document.documentElement.dataset.theme = choice('theme').value === 'dark' || (choice('theme').value === 'none' && window.matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light'
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) place.textContent = words()[place.dataset.word as keyof ReturnType<typeof words>]
  for (const place of document.querySelectorAll<HTMLElement>('[data-label]')) place.setAttribute('aria-label', words()[place.dataset.label as keyof ReturnType<typeof words>])
  get('pin').setAttribute('aria-label', words().pin)
  get('close').textContent = '✕'
  get('close').setAttribute('aria-label', words().close)
  get('aside').style.width = `${Number(choice('width').value) + 2}px`
}

function drawMail() {
  drawList(get('messages'), { items, open: open?.itemId ?? null, language: language(), words: words(), onOpen: select })
  const shown = open
  drawReading(get('reading'), { item: shown, text: texts.get(shown?.itemId ?? '')?.text ?? '', language: language(), words: words() })
  if (shown && !texts.has(shown.itemId)) void readBody(shown.itemId).then(() => { if (open === shown) drawMail() })
}

function select(item: DemoItem | null) {
  open = item
  drawMail()
  if (pinned) fire('item')
  else showPane(false)
}

function showPane(shown: boolean) {
  get('aside').hidden = !shown
  get('reopen').hidden = shown
  for (const set of Object.values(listeners)) set.clear()
  frame.src = shown ? '/outlook/taskpane.html?host=demo' : 'about:blank'
}

function connect(owner: DemoMessages['owner']): StandInHost {
  return {
    owner, language: () => (language() === 'ru' ? 'ru-RU' : 'en-US'), theme: () => choice('theme').value as StandInTheme, item: () => open, readBody,
    bodySpeed: () => choice('body').value as BodySpeed, offline: () => get<HTMLInputElement>('offline').checked,
    showItem: (itemId) => select(items.find((item) => item.itemId === itemId) ?? open),
    on: (event, listener) => { listeners[event].add(listener); return () => listeners[event].delete(listener) },
  }
}

async function start() {
  drawWords()
  const messages = (await (await fetch('/demo/outlook/messages')).json()) as DemoMessages
  items = messages.items
  const wanted = asked.get('item')
  open = wanted === 'none' ? null : (wanted !== null && items.find((item) => [item.itemId, item.internetMessageId, item.subject].includes(wanted))) || items[0] || null
  drawMail()
  return connect(messages.owner)
}

// The frame may ask before the letters are here: it waits for the promise.
window.outlookStandIn = start()
showPane(true)
choice('language').addEventListener('change', () => { drawWords(); drawMail(); showPane(!get('aside').hidden) })
choice('theme').addEventListener('change', () => { drawWords(); fire('theme') })
choice('width').addEventListener('change', drawWords)
get('offline').addEventListener('change', () => { if (!get<HTMLInputElement>('offline').checked) fire('online') })
get('deselect').addEventListener('click', () => select(null))
get('pin').addEventListener('click', () => { pinned = !pinned; get('pin').setAttribute('aria-pressed', String(pinned)) })
get('close').addEventListener('click', () => showPane(false))
get('reopen').addEventListener('click', () => showPane(true))
