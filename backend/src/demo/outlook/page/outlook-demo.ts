import './outlook-demo.css'
import type { DemoItem, DemoMessages } from '../demo-item'
import { createCommandRuns, type Run } from './command-runs'
import { button, get } from './demo-dom'
import { demoMeetings } from './demo-meetings'
import { drawCalendar, drawList, type Pick } from './message-list'
import { drawAttended, drawMessage, drawNothing, drawNotices, drawSeveral } from './reading-view'
import { drawRibbon } from './ribbon'
import { drawWords, hearControls, language, offline, startControls, switches, theme, wanted, words } from './stand-in-controls'
import { emptyDesk, findItem, type Folder, kindOfWindow, messagesIn, openDraft, openMessage, toSent } from './stand-in-desk'
import { parseRecipients } from './demo-draft'
import type { Standing, StandInEvent, StandInHost } from './stand-in-host'
import { drawLetter, drawOrganised } from './writing-forms'

const desk = emptyDesk()
const texts = new Map<string, { text: string | null; html: string | null }>()
const listeners: Record<StandInEvent, Set<() => void>> = { item: new Set(), selection: new Set(), theme: new Set(), online: new Set(), recipients: new Set(), time: new Set() }
const lostEvents = new Set<StandInEvent>(['item', 'selection'])
const fire = (event: StandInEvent) => { if (switches().events === 'told' || !lostEvents.has(event)) for (const listener of [...listeners[event]]) listener() }
const frame = get<HTMLIFrameElement>('pane')
const otherFrames = new WeakMap<Window, StandInHost>()
/** The moment the demo plays at runs on from the one that is asked for; a test whose server has a clock of its own names it. */
const ahead = (Date.parse(wanted('now') ?? '') || Date.now()) - Date.now()
const now = () => new Date(Date.now() + ahead)
let pinned = true
let busy: string | null = null
let anchor: string | null = null
let formOf: Standing | null = null

async function readBody(itemId: string) {
  const known = texts.get(itemId)
  if (known) return known
  const body = (await (await fetch(`/demo/outlook/messages/${encodeURIComponent(itemId)}`)).json()) as { text: string | null; html: string | null }
  texts.set(itemId, body)
  return body
}

const host: StandInHost = {
  get owner() { return desk.owner },
  language: () => (language() === 'ru' ? 'ru-RU' : 'en-US'), theme, switches, offline, readBody,
  standing: () => desk.standing, selected: () => desk.selected, find: (itemId) => findItem(desk, itemId),
  showItem: (itemId) => { const item = findItem(desk, itemId); if (item) open(openMessage(item)) },
  newLetter: (form) => open(openDraft(form)),
  notices: () => [...desk.notices.values()],
  notify(key, notice) {
    if (notice) desk.notices.set(key, notice)
    else desk.notices.delete(key)
    formOf = null
    draw()
  },
  associate: () => undefined, closePane: () => showPane(false),
  on: (event, listener) => { listeners[event].add(listener); return () => listeners[event].delete(listener) },
}

function drawDesk() {
  const { standing, selected } = desk
  const place = get('reading')
  const look = { language: language(), words: words() }
  const notices = drawNotices(desk.notices.values(), words(), (key) => host.notify(key, null))
  if (selected.length > 1) return drawSeveral(place, selected.length, words())
  if (!standing) return drawNothing(place, words())
  if (standing.kind === 'draft') return drawLetter(place, standing.draft, notices, words(), () => fire('recipients'))
  if (standing.kind === 'meeting') return standing.meeting.organising ? drawOrganised(place, standing.meeting, notices, words(), fire) : drawAttended(place, standing.meeting, notices, look)
  drawMessage(place, standing.item, texts.get(standing.item.itemId)?.text ?? '', notices, look)
  if (!texts.has(standing.item.itemId)) void readBody(standing.item.itemId).then(() => { if (desk.standing === standing) drawDesk() })
}

function draw() {
  const { folder, standing } = desk
  const meeting = standing?.kind === 'meeting' ? standing.meeting : null
  get('folder').textContent = words()[folder]
  get('folders').replaceChildren(...(['inbox', 'sent', 'calendar'] as const).map((name) => {
    const made = button(words()[name], () => openFolder(name), { id: `folder-${name}` })
    made.setAttribute('aria-pressed', String(name === folder))
    return made
  }))
  if (folder === 'calendar') drawCalendar(get('messages'), { meetings: desk.meetings, open: meeting, language: language(), words: words(), onOpen: (to) => open({ kind: 'meeting', meeting: to }) })
  else drawList(get('messages'), { items: messagesIn(desk), chosen: new Set(desk.selected.map((item) => item.itemId)), language: language(), words: words(), toWhom: folder === 'sent', onPick: pick, onAll: () => select(messagesIn(desk)) })
  const kind = kindOfWindow(standing)
  drawRibbon(get('ribbon'), { kind, message: standing?.kind === 'message', busy, multiSelect: true, deeds, words: words() })
  // A form keeps what is being typed into it.
  if (formOf !== standing || kind === 'read') drawDesk()
  formOf = kind === 'read' ? null : standing
}

/** Something else is opened, or nothing. A pane that is not pinned closes then; one of another kind of window is another pane. */
function open(standing: Standing | null, selected: DemoItem[] = standing?.kind === 'message' ? [standing.item] : []) {
  const sameKind = kindOfWindow(desk.standing) === 'read' && kindOfWindow(standing) === 'read'
  Object.assign(desk, { standing, selected })
  desk.notices.clear()
  draw()
  if (!sameKind) return showPane(!get('aside').hidden)
  if (!pinned) return showPane(false)
  fire('item')
  fire('selection')
}
const select = (items: DemoItem[]) => (items.length === 1 && items[0] ? open(openMessage(items[0])) : open(null, items))

function pick(itemId: string, how: Pick) {
  const items = messagesIn(desk)
  const item = items.find((one) => one.itemId === itemId)
  if (!item) return
  anchor ??= desk.selected[0]?.itemId ?? null
  if (how === 'only' || (how === 'extend' && anchor === null)) { anchor = itemId; return open(openMessage(item)) }
  if (how === 'toggle') {
    anchor = itemId
    return select(desk.selected.includes(item) ? desk.selected.filter((one) => one !== item) : items.filter((one) => one === item || desk.selected.includes(one)))
  }
  const [from, to] = [items.findIndex((one) => one.itemId === anchor), items.indexOf(item)].sort((a, b) => a - b) as [number, number]
  select(items.slice(Math.max(0, from), to + 1))
}

function openFolder(folder: Folder) {
  desk.folder = folder
  anchor = null
  if (kindOfWindow(desk.standing) === 'read') draw()
  else open(null)
}

function showPane(shown: boolean) {
  get('aside').hidden = !shown
  get('reopen').hidden = shown
  for (const set of Object.values(listeners)) set.clear()
  frame.src = shown ? `/outlook/taskpane.html?host=demo${switches().ready === 'blocked' ? '&office=blocked' : ''}` : 'about:blank'
}

/** Every run of a function of the add-in's, for tests: none of them may say twice that it is done. */
const runs: Run[] = []
const runCommand = createCommandRuns({ here: () => host, hostFor: (window, one) => otherFrames.set(window, one), onRun: (run) => { if (!runs.includes(run)) runs.push(run); document.body.dataset.runs = JSON.stringify(runs) } })
async function busyWith(name: string) {
  busy = name
  draw()
  await runCommand(name).finally(() => { busy = null })
  draw()
}

async function send() {
  const { standing } = desk
  if (standing?.kind !== 'draft') return
  const knowsSending = ['1.13', '1.16'].includes(switches().set) && !/IOS|Android/.test(switches().host)
  if (knowsSending) await busyWith('onMessageSendHandler')
  const item = toSent(standing.draft, desk.owner, now())
  texts.set(item.itemId, { text: standing.draft.body, html: null })
  desk.sent = [item, ...desk.sent]
  open(null)
}

const deeds = {
  newLetter: () => open(openDraft()), togglePane: () => showPane(Boolean(get('aside').hidden)), register: () => void busyWith('registerMessage'), send: () => void send(), discard: () => open(null), closeWindow: () => open(null),
  selectConversation: () => {
    const { standing } = desk
    if (standing?.kind === 'message') select(messagesIn(desk).filter((item) => item.conversationId === standing.item.conversationId))
  },
}

function openWanted() {
  const mode = wanted('mode')
  const item = wanted('item')
  if (mode === 'compose') return openDraft({ to: parseRecipients(wanted('to') ?? ''), subject: wanted('subject') ?? '' })
  if (mode === 'attendee' || mode === 'organizer') {
    const meeting = desk.meetings.find((one) => one.organising === (mode === 'organizer') && (item === null || one.subject === item))
    desk.folder = 'calendar'
    return meeting ? ({ kind: 'meeting', meeting } as const) : null
  }
  const found = item === 'none' ? null : (item === null ? null : findItem(desk, item)) ?? desk.items[0]
  return found ? openMessage(found) : null
}

async function start() {
  const messages = (await (await fetch('/demo/outlook/messages')).json()) as DemoMessages
  Object.assign(desk, { owner: messages.owner, items: messages.items, meetings: demoMeetings(now().getTime(), messages.owner) })
  desk.standing = openWanted()
  desk.selected = desk.standing?.kind === 'message' ? [desk.standing.item] : []
  draw()
}

startControls()
drawWords()
// The frame may ask before the letters are here: it waits for them.
const started = start()
const aDialog = (): StandInHost => ({ ...host, standing: () => null, selected: () => [], on: () => () => undefined })
window.outlookStandIn = {
  switches,
  connect: (window) => started.then(() => otherFrames.get(window) ?? (window === frame.contentWindow ? host : aDialog())),
}
showPane(true)
hearControls({
  words: () => { drawWords(); formOf = null; draw(); showPane(!get('aside').hidden) }, theme: () => { drawWords(); fire('theme') }, width: drawWords, online: () => fire('online'),
  reload: () => { draw(); showPane(!get('aside').hidden) },
})
get('deselect').addEventListener('click', () => open(null))
get('pin').addEventListener('click', () => { pinned = !pinned; get('pin').setAttribute('aria-pressed', String(pinned)) })
get('close').addEventListener('click', () => showPane(false))
get('reopen').addEventListener('click', () => showPane(true))
