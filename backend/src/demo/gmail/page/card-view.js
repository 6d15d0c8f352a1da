import { make, markup } from './card-markup.js'

const icons = { BOOKMARK: '⚑', CLOCK: '◷', DESCRIPTION: '≡', EMAIL: '✉', EVENT_SEAT: '▣', INVITE: '✦', PERSON: '☺', PHONE: '☎', STAR: '★', VIDEO_CAMERA: '▶' }

/**
 * Draws a card. `deeds`: press(action, button), openLink(link), words (of the page itself), typed (inputs to be filled again, by name).
 * @returns {HTMLElement}
 */
export function drawCard(card, deeds) {
  const head = make('div', 'card-head', make('h3', '', markup(card.header?.title ?? '')), card.header?.subtitle ? make('p', '', markup(card.header.subtitle)) : null)
  const body = make('div', 'card-body', ...(card.sections ?? []).map((section) => drawSection(section, deeds)))
  const form = make('form', 'card', head, body)
  form.noValidate = true
  form.addEventListener('submit', (event) => event.preventDefault())
  if (card.fixedFooter) {
    const { primaryButton, secondaryButton } = card.fixedFooter
    form.append(make('div', 'foot', drawButton(primaryButton, deeds), secondaryButton ? drawButton(secondaryButton, deeds, 'quiet-fill') : null))
  }
  form.style.display = 'contents'
  return form
}

function drawSection({ header, widgets, collapsible, uncollapsibleWidgetsCount = 0 }, deeds) {
  const drawn = widgets.map((widget) => drawWidget(widget, deeds))
  const section = make('section', 'section', header ? make('h4', '', markup(header)) : null, ...drawn)
  const hidden = collapsible ? drawn.slice(uncollapsibleWidgetsCount) : []
  if (hidden.length > 0) {
    const more = make('button', 'more', deeds.words.more)
    more.type = 'button'
    const fold = (folded) => {
      for (const widget of hidden) widget.hidden = folded
      more.textContent = folded ? deeds.words.more : deeds.words.less
      more.setAttribute('aria-expanded', String(!folded))
    }
    more.addEventListener('click', () => fold(more.getAttribute('aria-expanded') === 'true'))
    fold(true)
    section.append(more)
  }
  return section
}

function drawWidget(widget, deeds) {
  if (widget.textParagraph) return make('div', 'widget', markup(widget.textParagraph.text))
  if (widget.decoratedText) return drawRow(widget.decoratedText, deeds)
  if (widget.buttonList) return make('div', 'widget buttons', ...widget.buttonList.buttons.map((button) => drawButton(button, deeds)))
  if (widget.textInput) return drawTextInput(widget.textInput, deeds)
  if (widget.selectionInput) return drawSelection(widget.selectionInput, deeds)
  if (widget.dateTimePicker) return drawMoment(widget.dateTimePicker, deeds)
  if (widget.divider) return make('hr', 'widget')
  return make('div', 'widget', `? ${Object.keys(widget).join()}`)
}

function drawRow({ text, topLabel, bottomLabel, startIcon, onClick, button }, deeds) {
  const lines = make(onClick?.openLink ? 'a' : onClick ? 'button' : 'div', 'lines',
    topLabel ? make('span', 'small', markup(topLabel)) : null, make('span', 'main', markup(text)), bottomLabel ? make('span', 'small', markup(bottomLabel)) : null)
  bind(lines, onClick, deeds)
  const icon = startIcon ? make('span', 'known-icon', icons[startIcon.knownIcon] ?? '•') : null
  if (icon) { icon.setAttribute('role', 'img'); icon.setAttribute('aria-label', startIcon.altText ?? startIcon.knownIcon) }
  return make('div', 'widget row', icon, lines, button ? drawButton(button, deeds) : null)
}

function drawButton({ text, type = 'OUTLINED', onClick, altText }, deeds, extra = '') {
  const button = make(onClick.openLink ? 'a' : 'button', `press ${type} ${extra}`, text)
  if (altText) button.setAttribute('aria-label', altText)
  bind(button, onClick, deeds)
  return button
}

function bind(element, onClick, deeds) {
  if (!onClick) return
  if (onClick.openLink) Object.assign(element, { href: deeds.ownAddress(onClick.openLink.url), target: '_blank', rel: 'noopener' })
  else {
    element.type = 'button'
    element.addEventListener('click', () => deeds.press(onClick.action, element))
  }
}

const field = (label, input, hint) => make('label', 'widget field', make('span', '', label), input, hint ? make('span', '', hint) : null)

function drawTextInput({ name, label = '', hintText, value = '', type }, { typed }) {
  const input = make(type === 'MULTIPLE_LINE' ? 'textarea' : 'input', '')
  Object.assign(input, { name, value: typed[name] ?? value })
  input.dataset.kind = 'text'
  return field(label, input, hintText)
}

function drawSelection({ name, label = '', items = [] }, { typed }) {
  const select = make('select', '', ...items.map(({ text, value, selected }) => {
    const option = make('option', '', markup(text))
    option.value = value
    option.selected = typed[name] === undefined ? Boolean(selected) : typed[name] === value
    return option
  }))
  select.name = name
  select.dataset.kind = 'text'
  return field(label, select)
}

function drawMoment({ name, label = '', type, valueMsEpoch }, { typed }) {
  const input = make('input', '')
  const dateOnly = type === 'DATE_ONLY'
  Object.assign(input, { name, type: dateOnly ? 'date' : 'datetime-local' })
  const at = valueMsEpoch ? new Date(Number(valueMsEpoch)) : null
  const local = at ? new Date(at.getTime() - (dateOnly ? 0 : at.getTimezoneOffset() * 60_000)).toISOString() : ''
  input.value = typed[name] ?? local.slice(0, dateOnly ? 10 : 16)
  input.dataset.kind = dateOnly ? 'date' : 'moment'
  return field(label, input)
}

/** The inputs as Gmail sends them: empty ones are left out. */
export function readInputs(place) {
  const inputs = {}
  for (const input of place.querySelectorAll('[data-kind]')) {
    if (input.value === '') continue
    if (input.dataset.kind === 'text') inputs[input.name] = { stringInputs: { value: [input.value] } }
    else if (input.dataset.kind === 'date') inputs[input.name] = { dateInput: { msSinceEpoch: String(Date.parse(`${input.value}T00:00:00Z`)) } }
    else inputs[input.name] = { dateTimeInput: { msSinceEpoch: String(new Date(input.value).getTime()), hasDate: true, hasTime: true } }
  }
  return inputs
}

export const typedValues = (place) => Object.fromEntries([...place.querySelectorAll('[data-kind]')].map((input) => [input.name, input.value]))
