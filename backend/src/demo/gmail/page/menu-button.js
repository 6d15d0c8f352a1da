import { drawIcon } from './card-icons.js'
import { freshId, make, makeButton } from './card-markup.js'

/** A ⋮ button; `items()` gives its entries when it opens: { text, act } or null for a line between groups. */
export function createMenuButton({ label, items }) {
  const list = make('div', 'menu')
  list.id = freshId('menu')
  list.setAttribute('role', 'menu')
  list.hidden = true
  const button = makeButton('icon', drawIcon('dots'), () => (list.hidden ? open(0) : close()))
  const facts = { 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': list.id }
  for (const [key, value] of Object.entries(facts)) button.setAttribute(key, value)
  const whole = make('div', 'menu-place', button, list)
  const entries = () => [...list.querySelectorAll('[role=menuitem]')]

  function open(at) {
    list.setAttribute('aria-label', label())
    list.replaceChildren(...items().map((item) => {
      if (!item) return Object.assign(make('hr', ''), { role: 'separator' })
      const entry = makeButton('', item.text, () => { close(true); item.act(button) })
      entry.setAttribute('role', 'menuitem')
      entry.tabIndex = -1
      return entry
    }))
    list.hidden = false
    button.setAttribute('aria-expanded', 'true')
    entries().at(at)?.focus()
  }
  function close(toButton = false) {
    list.hidden = true
    button.setAttribute('aria-expanded', 'false')
    if (toButton) button.focus()
  }

  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 0 : -1)
  })
  list.addEventListener('keydown', (event) => {
    const all = entries()
    const at = all.indexOf(document.activeElement)
    const to = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') close(true)
    else if (event.key === 'Tab') return close()
    else if (to !== undefined) all[to]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  whole.addEventListener('focusout', ({ relatedTarget }) => { if (!list.hidden && !whole.contains(relatedTarget)) close() })
  return { element: whole, name: () => button.setAttribute('aria-label', label()) }
}
