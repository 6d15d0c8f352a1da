import { drawIcon } from './card-icons.js'
import { drawMoment, drawSelection, drawSwitch, drawTextInput } from './card-inputs.js'
import { freshId, make, makeButton, markup } from './card-markup.js'

/**
 * Draws a card. `deeds`: press(action, button), suggest(action), ownAddress(url), words (of the page itself), typed (inputs to be filled again, by name).
 * @returns {HTMLElement}
 */
export function drawCard(card, deeds) {
  const head = card.header && make('div', 'card-head', make('h3', '', markup(card.header.title ?? '')), card.header.subtitle ? make('p', '', markup(card.header.subtitle)) : null)
  const body = make('div', 'card-body', ...(card.sections ?? []).map((section) => drawSection(section, deeds)))
  const form = make('form', 'card', head, body)
  form.noValidate = true
  form.addEventListener('submit', (event) => event.preventDefault())
  if (card.fixedFooter) {
    const { primaryButton, secondaryButton } = card.fixedFooter
    form.append(make('div', 'foot', drawButton(primaryButton, deeds), secondaryButton ? drawButton(secondaryButton, deeds, 'second') : null))
  }
  return form
}

function drawSection({ header, widgets = [], collapsible, uncollapsibleWidgetsCount = 0 }, deeds) {
  const drawn = widgets.map((widget) => drawWidget(widget, deeds))
  const section = make('section', 'section', header ? make('h4', '', markup(header)) : null, ...drawn)
  const hidden = collapsible ? drawn.slice(uncollapsibleWidgetsCount) : []
  if (hidden.length > 0) section.append(drawMore(deeds.words, (folded) => { for (const widget of hidden) widget.hidden = folded }))
  return section
}

/** Gmail's own "Show more", folded at first. */
function drawMore(words, fold) {
  const text = make('span', '', words.more)
  const more = makeButton('more', text, () => set(more.getAttribute('aria-expanded') === 'true'))
  more.append(drawIcon('down', { size: 16 }))
  function set(folded) {
    fold(folded)
    text.textContent = folded ? words.more : words.less
    more.setAttribute('aria-expanded', String(!folded))
  }
  set(true)
  return more
}

function drawWidget(widget, deeds) {
  if (widget.textParagraph) return drawParagraph(widget.textParagraph, deeds)
  if (widget.decoratedText) return drawRow(widget.decoratedText, deeds)
  if (widget.buttonList) return make('div', 'widget buttons', ...widget.buttonList.buttons.map((button) => drawButton(button, deeds)))
  if (widget.textInput) return drawTextInput(widget.textInput, deeds)
  if (widget.selectionInput) return drawSelection(widget.selectionInput, deeds)
  if (widget.dateTimePicker) return drawMoment(widget.dateTimePicker, deeds)
  if (widget.divider) return make('hr', 'widget')
  throw new Error(`the stand-in cannot draw ${Object.keys(widget).join()}`)
}

function drawParagraph({ text, maxLines }, { words }) {
  const lines = make('div', 'words', markup(text))
  if (!maxLines) return make('div', 'widget paragraph', lines)
  lines.classList.add('clamped')
  lines.style.setProperty('--lines', String(maxLines))
  const widget = make('div', 'widget paragraph', lines)
  // Whether anything is cut is known as soon as the text stands in the page.
  requestAnimationFrame(() => {
    if (lines.scrollHeight > lines.clientHeight + 1) widget.append(drawMore(words, (folded) => lines.classList.toggle('clamped', folded)))
  })
  return widget
}

function drawRow({ text, topLabel, bottomLabel, wrapText, startIcon, onClick, button, switchControl }, deeds) {
  const tag = onClick?.openLink ? 'a' : onClick ? 'button' : 'div'
  const main = make('span', `main${wrapText ? '' : ' cut'}`, markup(text))
  const lines = make(tag, 'lines', topLabel ? make('span', 'small cut', markup(topLabel)) : null, main, bottomLabel ? make('span', 'small', markup(bottomLabel)) : null)
  bind(lines, onClick, deeds)
  const icon = startIcon ? make('span', 'known-icon', drawIcon(startIcon.knownIcon, { name: startIcon.altText })) : null
  if (switchControl) main.id = freshId('switch')
  return make('div', 'widget row', icon, lines, button ? drawButton(button, deeds) : null, switchControl ? drawSwitch(switchControl, main.id, deeds) : null)
}

function drawButton({ text, type = 'OUTLINED', color, onClick, altText }, deeds, extra = '') {
  const button = make(onClick.openLink ? 'a' : 'button', `press ${color ? 'FILLED' : type} ${extra}`.trim(), text)
  if (altText) button.setAttribute('aria-label', altText)
  bind(button, onClick, deeds)
  return button
}

function bind(element, onClick, deeds) {
  if (!onClick) return
  if (onClick.openLink) return void Object.assign(element, { href: deeds.ownAddress(onClick.openLink.url), target: '_blank', rel: 'noopener' })
  element.type = 'button'
  element.addEventListener('click', () => deeds.press(onClick.action, element))
}
