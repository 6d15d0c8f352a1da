import { freshId, make } from './card-markup.js'
import { allWords } from './preview-words.js'

const auth = 'https://www.googleapis.com/auth/'
const [sender, content, email] = ['gmail.addons.current.message.metadata', 'gmail.addons.current.message.action', 'userinfo.email'].map((name) => auth + name)
const without = { all: [], click: [sender], headers: [content], none: [sender, content, email] }

/** Each choice: its values with the word (of the page) or the text that names it. The first is the usual one. */
const choices = {
  language: [['en', 'English'], ['ru', 'Русский'], ['de-AT', 'de-AT'], ['zh-Hant-TW', 'zh-Hant-TW']],
  theme: [['light', 'light'], ['dark', 'dark'], ['none', 'system']],
  device: [['web', 'web'], ['ios', 'iphone'], ['android', 'android'], ['andriod', 'oldAndroid']],
  person: [['owner'], ['colleague'], ['stranger']],
  manifest: [['usual', 'usual'], ['conversations', 'conversations']],
  email: [['given', 'given'], ['left-out', 'leftOut']],
  delay: [['0', 'atOnce'], ['1', 'second'], ['6', 'sixSeconds']],
  trouble: [['none', 'works'], ['signed-out', '401'], ['forbidden', '403'], ['deleted', '404'], ['too-many', '429'], ['broken', '500'], ['unavailable', '503'], ['garbled', 'garbled'], ['slow', 'slow']],
  server: [['answers', 'answers'], ['silent', 'silent']],
  consent: [['all', 'consentAll'], ['click', 'consentClick'], ['headers', 'consentHeaders'], ['none', 'consentNone'], ['own', 'consentOwn']],
}
const alwaysSeen = ['language', 'theme']
/** On a phone's screen there is no room for any beside the rest. */
const little = matchMedia('(max-width: 480px)')

/** What a tester sets: which Gmail this is, who is in it, what was granted, and what of it fails. Starts from the address of the page. */
export function createSettings({ people, manifests }) {
  const asked = new URLSearchParams(location.search)
  const values = Object.fromEntries(Object.entries(choices).map(([name, of]) => [name, (of.find(([value]) => value === asked.get(name)) ?? of[0])[0]]))
  const lang = asked.get('lang') ?? asked.get('language') ?? (/^ru\b/i.test(navigator.language) ? 'ru' : 'en')
  values.language = choices.language.some(([value]) => value === lang) ? lang : 'en'
  const granted = new Set()
  const listeners = []
  const words = () => allWords[values.language === 'ru' ? 'ru' : 'en']
  const all = () => manifests[values.manifest]

  function grantAgain() {
    if (values.consent === 'own') return
    granted.clear()
    for (const scope of all()) if (!without[values.consent].includes(scope)) granted.add(scope)
  }
  function change(name, value) {
    values[name] = value
    if (name === 'consent' || name === 'manifest') grantAgain()
    draw()
    for (const listener of listeners) listener(name)
  }
  grantAgain()
  little.addEventListener('change', draw)

  const textOf = (name, value, word) => (name === 'person' ? people[value].address : words()[word] ?? word)
  function drawChoice(name) {
    const select = make('select', '', ...choices[name].map(([value, word]) => Object.assign(make('option', '', textOf(name, value, word)), { value, selected: values[name] === value })))
    select.id = name
    select.addEventListener('change', () => change(name, select.value))
    return make('label', '', make('span', '', words()[name]), select)
  }
  function drawTicks() {
    return make('fieldset', 'ticks', make('legend', '', words().granted), ...all().map((scope) => {
      const tick = Object.assign(make('input', ''), { type: 'checkbox', id: freshId('tick'), checked: granted.has(scope) })
      tick.dataset.scope = scope.replace(auth, '')
      tick.addEventListener('change', () => {
        if (tick.checked) granted.add(scope)
        else granted.delete(scope)
        change('consent', 'own')
      })
      return make('label', '', tick, make('span', '', scope.replace(auth, '')))
    }))
  }
  function draw() {
    const focused = document.activeElement?.id || document.activeElement?.dataset.scope
    const drawn = (names) => names.map(drawChoice)
    const rest = Object.keys(choices).filter((name) => !alwaysSeen.includes(name))
    document.getElementById('plain-controls').replaceChildren(...drawn(little.matches ? [] : alwaysSeen))
    document.getElementById('rare-controls').replaceChildren(...drawn(little.matches ? [...alwaysSeen, ...rest] : rest), drawTicks())
    if (focused) document.querySelector(`.controls [id="${window.CSS.escape(focused)}"], .controls [data-scope="${window.CSS.escape(focused)}"]`)?.focus()
  }

  return {
    values, granted, words, draw,
    scopesOf: all,
    grant(scopes) { for (const scope of scopes) granted.add(scope); values.consent = 'own'; draw() },
    isPhone: () => values.device !== 'web',
    isDark: () => values.theme === 'dark' || (values.theme === 'none' && matchMedia('(prefers-color-scheme: dark)').matches),
    person: () => people[values.person],
    onChange: (listener) => { listeners.push(listener) },
    /** What each press says of the world around it. */
    world: () => ({
      locale: values.language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, scopes: [...granted], platform: values.device.toUpperCase(), person: values.person, manifest: values.manifest,
      email: values.email, delayMs: Number(values.delay) * 1_000, trouble: values.trouble, server: values.server,
    }),
  }
}
