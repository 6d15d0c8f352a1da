import { callAddon, parametersOf } from './addon-calls.js'
import { drawNeedOfConsent, drawRefusal, drawSilence } from './addon-troubles.js'
import { drawIcon } from './card-icons.js'
import { make, makeButton } from './card-markup.js'
import { afterSteps } from './card-stack.js'
import { drawCard } from './card-view.js'
import { askConsent } from './consent-dialog.js'
import { checkInputs, readInputs, typedValues } from './form-inputs.js'
import { createMenuButton } from './menu-button.js'
import { keepFocus } from './kept-focus.js'

const entries = ['search', 'settings', 'help']

/**
 * A place where Gmail shows the add-on: its title bar, a stack of cards for each thing that was opened, and the calls behind them.
 * A context is { key, endpoint, message, draft() }: what the add-on is opened at. `desk`: settings, ownAddress(url), openDraft(id), changed() when other places are stale.
 */
export function createAddonHost(desk, { onClose } = {}) {
  const { settings } = desk
  const words = () => settings.words()
  const stacks = new Map()
  let context = null
  let busy = false

  const back = makeButton('icon', drawIcon('back'), stepBack)
  const closing = onClose ? makeButton('icon', drawIcon('close'), onClose) : null
  const menu = createMenuButton({ label: () => words().menu, items: menuItems })
  const progress = make('div', 'progress')
  const place = Object.assign(make('div', 'card-place'), { tabIndex: -1 })
  const notice = make('p', 'notice')
  notice.setAttribute('role', 'status')
  const logo = Object.assign(make('img', 'logo'), { src: '/demo/gmail/gmail-icon.svg', alt: '', width: 20, height: 20 })
  const element = make('div', 'addon', make('div', 'addon-head', back, logo, make('h2', '', 'Counterpane'), menu.element, closing), progress, place, notice)

  const stack = () => stacks.get(context?.key) ?? []
  const top = () => stack().at(-1)

  function menuItems() {
    const own = (top()?.card.cardActions ?? []).map(({ actionLabel, onClick }) => ({ text: actionLabel, act: (button) => (onClick.openLink ? window.open(desk.ownAddress(onClick.openLink.url), '_blank', 'noopener') : press(onClick.action, button)) }))
    const general = entries.map((endpoint) => ({ text: words()[endpoint], act: (button) => call({ endpoint }, { button }) }))
    return [...own, ...(own.length > 0 ? [null] : []), ...general, null, { text: words().refresh, act: reload }]
  }

  /** One question to the add-on. What comes late for something that is no longer open is not shown. */
  async function call(body, { button = null, spinner = true, persist = false, root = false } = {}) {
    if (busy) return
    const mine = context
    setBusy(true, { button, spinner })
    notice.textContent = ''
    const said = await callAddon(settings, { message: mine.message, ...(mine.draft && { draft: mine.draft() }), ...body }).catch(() => ({ status: null, answer: null, findings: [] }))
    if (mine !== context) return void (said.answer?.stateChanged && desk.changed())
    setBusy(false, { button, spinner })
    const again = () => call(body, { button, spinner, persist, root })
    const toCard = top() && !root ? draw : null
    if (said.findings.length > 0) return replace(drawRefusal({ ...said, words: words(), again, back: toCard }))
    if (said.answer === null) return replace(drawSilence({ ...said, words: words(), again, back: toCard }))
    if (said.answer.requesting_google_scopes) return consent(said.answer.requesting_google_scopes, again)
    take(said.answer, { persist, root })
  }

  function take(answer, { persist, root }) {
    const { action = {}, hostAppAction } = answer.renderActions ?? answer
    const steps = action.navigations ?? []
    if (root) stacks.delete(context.key)
    const typed = persist ? typedValues(place) : {}
    stacks.set(context.key, afterSteps(stack(), steps, { typed, stateChanged: Boolean(answer.stateChanged) }))
    if (answer.stateChanged) desk.changed()
    if (steps.length > 0 || !persist) draw(steps.length > 0)
    if (stack().length === 0 || (stack().length === 1 && top().stale)) void load(context, true)
    if (action.notification) say(action.notification.text)
    if (action.link) window.open(desk.ownAddress(action.link.url), '_blank', 'noopener')
    const draft = hostAppAction?.gmailAction?.openCreatedDraftActionMarkup
    if (draft) void desk.openDraft(draft.draftId)
  }

  /** Gmail asks for the scopes and then repeats what was asked last. */
  async function consent({ scopes, all_scopes: everything }, again) {
    const wanted = everything ? settings.scopesOf() : scopes
    if (!top()) replace(drawNeedOfConsent({ words: words(), ask: () => consent({ scopes: wanted }, again) }))
    const mine = context
    const granted = await askConsent({ scopes: wanted, person: settings.person(), words: words() })
    if (granted === null || mine !== context) return
    settings.grant(granted)
    return again()
  }

  function press(action, button) {
    if (!checkInputs(place, action.requiredWidgets ?? [], words())) return
    return call({ endpoint: 'action', asks: 'press', parameters: parametersOf(action), formInputs: readInputs(place) }, { button, spinner: action.loadIndicator !== 'NONE', persist: action.persistValues === true })
  }

  async function suggest(action, signal) {
    const { answer } = await callAddon(settings, { message: context.message, endpoint: 'action', asks: 'suggest', parameters: parametersOf(action), formInputs: readInputs(place) }, signal)
    return (answer?.autoComplete?.items ?? []).map(({ text }) => text)
  }

  function draw(moved = true) {
    const shown = top()
    back.hidden = stack().length < 2
    if (!shown) return place.replaceChildren()
    const focus = keepFocus(place)
    place.replaceChildren(drawn(shown))
    place.dataset.card = shown.card.name ?? ''
    element.style.setProperty('--foot', `${place.querySelector('.foot')?.offsetHeight ?? 0}px`)
    if (moved) place.scrollTop = 0
    focus.restore()
  }
  /** What the stand-in has no picture for is no reason to show half a card. */
  function drawn({ card, typed }) {
    try {
      return drawCard(card, { press, suggest, ownAddress: desk.ownAddress, words: words(), typed })
    } catch (error) {
      return drawRefusal({ findings: [error.message], answer: card, words: words(), again: reload })
    }
  }
  function replace(content) {
    const focus = keepFocus(place)
    back.hidden = true
    place.replaceChildren(content)
    focus.restore()
  }
  function setBusy(now, { button = null, spinner = true } = {}) {
    busy = now
    progress.classList.toggle('on', now && spinner)
    place.setAttribute('aria-busy', String(now && spinner))
    if (button) button.setAttribute('aria-busy', String(now))
  }

  function stepBack() {
    if (busy) return
    stack().pop()
    draw()
    place.focus()
    if (stack().length === 1 && top().stale) void load(context, true)
  }

  let silence = 0
  function say(text) {
    clearTimeout(silence)
    notice.textContent = text
    silence = setTimeout(() => { notice.textContent = '' }, 6_000)
  }

  /** Opens the add-on at something: with the cards that Gmail kept of it, unless they are stale. */
  function load(next, anew = false) {
    context = next
    setBusy(false)
    notice.textContent = ''
    const kept = stack().length > 0 && !stack().some(({ stale }) => stale)
    if (kept && !anew) return draw()
    if (!kept && !anew) replace(make('p', 'waiting', words().loading))
    return call({ endpoint: context.endpoint }, { root: true })
  }
  const reload = () => { stacks.delete(context?.key); return context && load(context) }

  function drawWords() {
    menu.name()
    back.setAttribute('aria-label', words().back)
    closing?.setAttribute('aria-label', onClose ? words().close : '')
  }
  drawWords()
  back.hidden = true
  return {
    element, load, reload, drawWords, focus: () => place.focus(),
    /** What Gmail kept of everything that is not open may no longer be true. */
    staleElsewhere() { for (const key of [...stacks.keys()]) if (key !== context?.key) stacks.delete(key) },
    forget() { stacks.clear() },
  }
}
