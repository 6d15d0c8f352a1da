import { createAddonHost } from './addon-host.js'
import { drawIcon } from './card-icons.js'
import { drawFiles } from './letter-files.js'
import { freshId, make, makeButton } from './card-markup.js'

/** Addresses alone, as Gmail hands them out. */
const list = (text) => text.split(/[,;]/).map((one) => (/<([^>]*)>/.exec(one)?.[1] ?? one).trim()).filter((one) => one !== '')
let count = 0

/** Gmail's window in which a letter is written, with the add-on beside it. `letter`: what it holds at first. */
export function openCompose(desk, letter = {}) {
  const words = desk.settings.words()
  const inputs = {}
  const row = (name, tag = 'input') => {
    const input = Object.assign(make(tag, ''), { id: freshId(name), value: letter[name] ?? '' })
    const label = Object.assign(make('label', '', words[name === 'text' ? 'letterText' : name]), { htmlFor: input.id })
    inputs[name] = input
    return make('div', `row ${name}`, label, input)
  }
  const title = Object.assign(make('h2', '', words.compose), { id: freshId('compose') })
  const fields = make('div', 'fields', row('to'), row('cc'), row('bcc'), row('subject'), row('text', 'textarea'), ...drawFiles(letter.attachments ?? [], words.files))
  const side = make('div', 'side')
  side.hidden = true
  const key = `letter-${(count += 1)}`
  const draft = () => ({ to: list(inputs.to.value), cc: list(inputs.cc.value), bcc: list(inputs.bcc.value) })
  const host = createAddonHost(desk, { onClose: () => { side.hidden = true; addon.setAttribute('aria-expanded', 'false'); addon.focus() } })
  side.append(host.element)

  const addon = makeButton('icon', Object.assign(make('img', ''), { src: '/demo/gmail/gmail-icon.svg', alt: '', width: 20, height: 20 }), () => {
    side.hidden = false
    addon.setAttribute('aria-expanded', 'true')
    // Whom one writes to may have changed since: the add-on is asked anew.
    host.forget()
    void host.load({ key, endpoint: 'on-compose', message: null, draft })
  })
  addon.setAttribute('aria-label', words.openAddon)
  addon.setAttribute('aria-expanded', 'false')
  addon.hidden = desk.settings.isPhone()

  const problem = make('p', 'wrong')
  problem.setAttribute('role', 'alert')
  const close = () => { whole.remove(); desk.closed(handle) }
  async function send() {
    const done = await desk.send({ ...draft(), subject: inputs.subject.value, text: inputs.text.value, draftId: letter.draftId ?? null })
    if (done) close()
    else problem.textContent = words.cannotSend
  }
  const closing = makeButton('icon', drawIcon('close'), close)
  closing.setAttribute('aria-label', words.discard)
  const whole = make('section', 'compose', make('div', 'compose-head', title, addon, closing), make('div', 'compose-body', fields, side), make('div', 'compose-foot', makeButton('press FILLED', words.send, send), problem))
  whole.setAttribute('role', 'dialog')
  whole.setAttribute('aria-labelledby', title.id)
  whole.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !event.defaultPrevented) close() })
  desk.composePlace.append(whole)
  const focused = letter.to ? inputs.text : inputs.to
  focused.focus()
  if (focused === inputs.text) focused.setSelectionRange(0, 0)
  const handle = { close, host }
  return handle
}
