import { freshId, make, makeButton } from './card-markup.js'

const auth = 'https://www.googleapis.com/auth/'

/** Google's window: each permission with a tick of its own. Resolves with what was granted, or null when it was closed. */
export function askConsent({ scopes, person, words }) {
  return new Promise((resolve) => {
    const title = Object.assign(make('h2', '', words.consentTitle), { id: freshId('consent') })
    const ticks = scopes.map((scope) => Object.assign(make('input', ''), { type: 'checkbox', checked: true, value: scope, id: freshId('scope') }))
    const rows = ticks.map((tick) => {
      const id = tick.value.replace(auth, '')
      const label = make('label', '', words.scopes[id] ?? id, make('small', '', id))
      label.htmlFor = tick.id
      return make('li', '', tick, label)
    })
    const every = Object.assign(make('input', ''), { type: 'checkbox', id: freshId('every') })
    const everyLabel = Object.assign(make('label', '', words.selectAll), { htmlFor: every.id })
    const follow = () => {
      every.checked = ticks.every(({ checked }) => checked)
      every.indeterminate = !every.checked && ticks.some(({ checked }) => checked)
    }
    every.addEventListener('change', () => { for (const tick of ticks) tick.checked = every.checked })
    for (const tick of ticks) tick.addEventListener('change', follow)
    follow()

    const end = (granted) => { dialog.close(); dialog.remove(); resolve(granted) }
    const dialog = make('dialog', 'consent', title, make('p', 'quiet', `${person.name} · ${person.address}`), make('p', '', words.consentAsks),
      scopes.length > 1 ? make('div', 'every', every, everyLabel) : null, make('ul', '', ...rows),
      make('div', 'buttons', makeButton('press BORDERLESS', words.cancel, () => end(null)), makeButton('press FILLED', words.proceed, () => end(ticks.filter(({ checked }) => checked).map(({ value }) => value)))))
    dialog.setAttribute('aria-labelledby', title.id)
    dialog.addEventListener('cancel', (event) => { event.preventDefault(); end(null) })
    document.body.append(dialog)
    dialog.showModal()
  })
}
