import { get } from './demo-dom'
import { type DemoLanguage, demoWords } from './demo-words'
import type { StandInTheme, Switches } from './stand-in-host'

const asked = new URLSearchParams(window.location.search)
const choice = (name: string) => get<HTMLSelectElement>(name)
const plain = ['language', 'theme', 'width', 'body'] as const
const rare = ['set', 'host', 'failure', 'dialogs', 'mailbox', 'storage', 'ready', 'events'] as const
/** What was asked for in the address of the page. */
export const wanted = (name: string) => asked.get(name)

export const language = () => choice('language').value as DemoLanguage
export const theme = () => choice('theme').value as StandInTheme
export const words = () => demoWords[language()]
export const switches = () => Object.fromEntries([...rare, 'body' as const].map((name) => [name, choice(name).value])) as unknown as Switches
export const offline = () => get<HTMLInputElement>('offline').checked

/** Sets the controls from the address of the page; one that is set away from the usual is shown. */
export function startControls() {
  for (const name of [...plain, ...rare]) {
    const value = asked.get(name)
    if (value !== null) choice(name).value = value
    else if (name === 'language' && /^ru\b/i.test(navigator.language)) choice(name).value = 'ru'
  }
}

interface On { words: () => void; theme: () => void; width: () => void; reload: () => void; online: () => void }
export function hearControls(on: On) {
  choice('language').addEventListener('change', on.words)
  choice('theme').addEventListener('change', on.theme)
  choice('width').addEventListener('change', on.width)
  get('offline').addEventListener('change', () => { if (!offline()) on.online() })
  for (const name of rare) choice(name).addEventListener('change', on.reload)
}

export function drawWords() {
  document.documentElement.lang = language()
  document.documentElement.dataset.theme = theme() === 'dark' || (theme() === 'none' && window.matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light'
  const word = (name: string | undefined) => words()[name as 'mail']
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) place.textContent = word(place.dataset.word)
  for (const place of document.querySelectorAll<HTMLElement>('[data-label]')) place.setAttribute('aria-label', word(place.dataset.label))
  get('close').textContent = '✕'
  get('aside').style.width = `${Number(choice('width').value) + 2}px`
}
