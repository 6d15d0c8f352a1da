import { freshId, make } from './card-markup.js'

/** So long nothing is typed before the add-on is asked. */
const pauseMs = 300

/** Suggestions below an input, as Gmail shows them: the add-on is asked while one types; arrows, Enter and Escape work. */
export function addSuggestions(input, { ask, words }) {
  const list = make('ul', 'suggestions')
  list.id = freshId('suggestions')
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', words.suggestions)
  const facts = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id }
  for (const [key, value] of Object.entries(facts)) input.setAttribute(key, value)
  input.after(list)
  let timer = 0
  let asked = null
  let at = -1

  const options = () => [...list.children]
  function close() {
    clearTimeout(timer)
    asked?.abort()
    list.hidden = true
    at = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  function take(text) {
    input.value = text
    close()
    // Counters hear it; the add-on is not asked again about what it said itself.
    input.dispatchEvent(new CustomEvent('input', { detail: 'taken' }))
  }
  function mark(next) {
    at = next
    options().forEach((option, index) => option.setAttribute('aria-selected', String(index === at)))
    const option = options()[at]
    if (!option) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
  function show(texts) {
    list.replaceChildren(...texts.map((text) => {
      const option = make('li', '', text)
      option.id = freshId('suggestion')
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.addEventListener('mousedown', (event) => { event.preventDefault(); take(text) })
      return option
    }))
    at = -1
    list.hidden = texts.length === 0
    input.setAttribute('aria-expanded', String(texts.length > 0))
  }

  input.addEventListener('input', ({ detail }) => {
    if (detail === 'taken') return
    close()
    if (input.value.trim() === '') return
    timer = setTimeout(async () => {
      const mine = new AbortController()
      asked = mine
      const texts = await ask(mine.signal).catch(() => [])
      if (!mine.signal.aborted && input.isConnected) show(texts)
    }, pauseMs)
  })
  input.addEventListener('keydown', (event) => {
    const count = options().length
    if (list.hidden || count === 0) return
    if (event.key === 'ArrowDown') mark(at + 1 < count ? at + 1 : 0)
    else if (event.key === 'ArrowUp') mark(at > 0 ? at - 1 : count - 1)
    else if (event.key === 'Enter' && at >= 0) take(options()[at].textContent)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  input.addEventListener('blur', close)
}
