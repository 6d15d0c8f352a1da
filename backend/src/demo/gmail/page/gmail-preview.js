import { drawCard, readInputs, typedValues } from './card-view.js'
import { make } from './card-markup.js'
import { drawLetter, drawList } from './mail-view.js'
import { words as allWords } from './preview-words.js'

const at = (id) => document.getElementById(id)
const auth = 'https://www.googleapis.com/auth/'
const sender = `${auth}gmail.addons.current.message.metadata`
const content = `${auth}gmail.addons.current.message.action`
const named = `${auth}userinfo.email`

const state = { items: [], owner: { name: '', address: '' }, cardUrls: [], allScopes: [], granted: new Set(), chosen: null, stack: [], turn: 0, locale: navigator.language.startsWith('ru') ? 'ru' : 'en' }
const words = () => allWords[state.locale]

/** Cards hold https addresses of the real installation; here they lead to this very server. */
function ownAddress(url) {
  const base = state.cardUrls.find((one) => url.startsWith(one))
  return base ? location.origin + url.slice(base.length) : url
}

async function ask(body) {
  const response = await fetch('/demo/gmail/press', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: state.chosen, locale: state.locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, scopes: [...state.granted], ...body }),
  })
  const { status, answer } = await response.json()
  if (!answer) throw new Error(`HTTP ${status}`)
  return answer
}

/** One question to the add-on. A late answer for another message is dropped. */
async function call(body, button) {
  const turn = state.turn
  at('progress').hidden = false
  at('notice').hidden = true
  button?.setAttribute('aria-busy', 'true')
  if (button) button.disabled = true
  try {
    const answer = await ask(body)
    if (turn === state.turn) take(answer, body)
  } catch (error) {
    if (turn === state.turn) showTrouble(error, body)
  } finally {
    if (turn === state.turn) at('progress').hidden = true
    button?.removeAttribute('aria-busy')
    if (button) button.disabled = false
  }
}

function take(answer, body) {
  if (answer.requesting_google_scopes) return askConsent(answer.requesting_google_scopes.scopes ?? state.allScopes, body)
  const { action = {} } = answer.renderActions ?? answer
  for (const step of action.navigations ?? []) {
    if (step.pushCard) state.stack.push({ card: step.pushCard, typed: {} })
    else if (step.updateCard) state.stack[Math.max(0, state.stack.length - 1)] = { card: step.updateCard, typed: typedValues(at('card')) }
    else if (step.pop) state.stack.pop()
    else if (step.popToRoot) state.stack.splice(1)
  }
  if ((action.navigations ?? []).length > 0) showCard()
  if (action.notification) say(action.notification.text)
  if (action.link) window.open(ownAddress(action.link.url), '_blank', 'noopener')
}

function showCard() {
  const top = state.stack.at(-1)
  at('back').hidden = state.stack.length < 2
  if (!top) return at('card').replaceChildren()
  at('card').replaceChildren(drawCard(top.card, { press, ownAddress, words: words(), typed: top.typed }))
  at('card').dataset.card = top.card.name ?? ''
  at('card').scrollTop = 0
}

function press(action, button) {
  const parameters = Object.fromEntries((action.parameters ?? []).map(({ key, value }) => [key, value]))
  return call({ endpoint: 'action', parameters, formInputs: readInputs(at('card')) }, button)
}

function showTrouble(error, body) {
  const again = make('button', 'press', words().again)
  again.type = 'button'
  again.addEventListener('click', () => call(body, again))
  const trouble = make('div', 'trouble', make('p', '', `${words().failed}: ${error.message}`), again)
  trouble.setAttribute('role', 'alert')
  at('card').replaceChildren(trouble)
}

/** Gmail asks for the scopes and then repeats what was asked last. */
function askConsent(scopes, body) {
  const allow = make('button', 'press FILLED', words().allow)
  const deny = make('button', 'press', words().deny)
  allow.type = deny.type = 'button'
  allow.addEventListener('click', () => { for (const scope of scopes) state.granted.add(scope); return call(body, allow) })
  deny.addEventListener('click', showCard)
  const box = make('div', 'section', make('p', '', words().asks), make('ul', '', ...scopes.map((scope) => make('li', '', scope.replace(auth, '')))), make('div', 'buttons', allow, deny))
  box.setAttribute('role', 'alertdialog')
  at('card').replaceChildren(box)
}

let silence = 0
function say(text) {
  clearTimeout(silence)
  Object.assign(at('notice'), { textContent: text, hidden: false })
  silence = setTimeout(() => { at('notice').hidden = true }, 5_000)
}

function open(item) {
  state.turn += 1
  state.chosen = item?.id ?? null
  state.stack = []
  at('notice').hidden = true
  draw()
  showCard()
  return call({ endpoint: item ? 'on-message' : 'homepage' })
}

function draw() {
  const item = state.items.find((one) => one.id === state.chosen)
  document.documentElement.lang = state.locale
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words()[element.dataset.word] ?? element.textContent
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', words()[element.dataset.label])
  at('owner').textContent = `${state.owner.name} <${state.owner.address}>`
  at('theme').textContent = document.documentElement.dataset.theme === 'dark' ? words().light : words().dark
  drawList(at('messages'), { ...state, words: words(), open })
  drawLetter(at('letter'), { item, locale: state.locale, words: words() })
}

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  at('theme').textContent = dark ? words().light : words().dark
}

const without = { all: [], click: [sender], headers: [content], none: [sender, content, named] }
function setConsent(choice) {
  state.granted = new Set(state.allScopes.filter((scope) => !without[choice].includes(scope)))
}

at('back').addEventListener('click', () => { state.stack.pop(); showCard() })
at('home').addEventListener('click', () => open(null))
at('refresh').addEventListener('click', () => open(state.items.find((one) => one.id === state.chosen) ?? null))
at('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme !== 'dark'))
at('consent').addEventListener('change', (event) => { setConsent(event.target.value); at('refresh').click() })
at('language').addEventListener('change', (event) => { state.locale = event.target.value; draw(); at('refresh').click() })

const given = await (await fetch('/demo/gmail/messages')).json()
Object.assign(state, { items: given.items, owner: given.owner, cardUrls: given.cardUrls, allScopes: given.scopes })
const wanted = new URLSearchParams(location.search)
if (wanted.get('lang') === 'ru' || wanted.get('lang') === 'en') state.locale = wanted.get('lang')
at('language').value = state.locale
setTheme(wanted.has('theme') ? wanted.get('theme') === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches)
setConsent('all')
await open(state.items.find((one) => one.id === wanted.get('message')) ?? null)
