import { freshId, make, markup } from './card-markup.js'
import { addSuggestions } from './suggest-box.js'

/** An input with its label above and its hint below; what is wrong with it is said there too. */
function field(label, input, { hint = '', count = null } = {}) {
  input.id = freshId('field')
  const name = make('label', '', label)
  name.htmlFor = input.id
  const says = make('p', 'hint', hint)
  says.id = `${input.id}-hint`
  if (hint) input.setAttribute('aria-describedby', says.id)
  const wrong = make('p', 'wrong')
  wrong.id = `${input.id}-wrong`
  wrong.hidden = true
  return make('div', 'widget field', name, input, hint || count ? make('div', 'under', says, count) : null, wrong)
}

export function drawTextInput({ name, label = '', hintText = '', value = '', type, autoCompleteAction, validation }, { typed, suggest, words }) {
  const input = make(type === 'MULTIPLE_LINE' && !autoCompleteAction ? 'textarea' : 'input', '')
  Object.assign(input, { name, value: typed[name] ?? value, autocomplete: 'off' })
  input.dataset.kind = 'text'
  if (input.tagName === 'TEXTAREA') input.rows = 4
  const limit = validation?.characterLimit
  const count = limit ? make('span', 'count') : null
  const show = () => { count.textContent = `${input.value.length} / ${limit}` }
  if (count) {
    input.dataset.limit = String(limit)
    input.addEventListener('input', show)
    show()
  }
  const widget = field(label || hintText, input, { hint: label ? hintText : '', count })
  if (autoCompleteAction) addSuggestions(input, { ask: (signal) => suggest(autoCompleteAction, signal), words })
  return widget
}

export function drawSelection({ name, label = '', type, items = [], onChangeAction }, { typed, press }) {
  const was = typed[name]
  const chosen = ({ value, selected }) => (was === undefined ? Boolean(selected) : [was].flat().includes(value))
  const changed = (element) => () => { if (onChangeAction) press(onChangeAction, element) }
  if (type === 'DROPDOWN') {
    const select = make('select', '', ...items.map((item) => Object.assign(make('option', '', markup(item.text)), { value: item.value, selected: chosen(item) })))
    if (!items.some(chosen)) select.prepend(Object.assign(make('option', ''), { value: '', hidden: true, selected: true }))
    Object.assign(select, { name })
    select.dataset.kind = 'choice'
    select.addEventListener('change', changed(select))
    return field(label, select)
  }
  const group = make('fieldset', 'widget choices', label ? make('legend', '', label) : null, ...items.map((item) => {
    const input = make('input', '')
    const own = freshId('item')
    // A radio's name joins it to its own card alone: two cards may stand on the page.
    Object.assign(input, { type: type === 'RADIO_BUTTON' ? 'radio' : 'checkbox', value: item.value, checked: chosen(item), id: own })
    input.addEventListener('change', changed(input))
    const text = make('label', '', markup(item.text))
    text.htmlFor = own
    return make('div', 'choice', input, text)
  }))
  const joint = freshId(name)
  for (const input of group.querySelectorAll('[type=radio]')) input.name = joint
  Object.assign(group.dataset, { kind: type === 'RADIO_BUTTON' ? 'radio' : 'checks', name })
  group.append(Object.assign(make('p', 'wrong'), { hidden: true }))
  return group
}

export function drawMoment({ name, label = '', type, valueMsEpoch }, { typed }) {
  const input = make('input', '')
  const dateOnly = type === 'DATE_ONLY'
  Object.assign(input, { name, type: dateOnly ? 'date' : 'datetime-local' })
  const at = valueMsEpoch ? new Date(Number(valueMsEpoch)) : null
  const local = at ? new Date(at.getTime() - (dateOnly ? 0 : at.getTimezoneOffset() * 60_000)).toISOString() : ''
  input.value = typed[name] ?? local.slice(0, dateOnly ? 10 : 16)
  input.dataset.kind = dateOnly ? 'date' : 'moment'
  return field(label, input)
}

export function drawSwitch({ name, value, selected, controlType, onChangeAction }, labelId, { typed, press }) {
  const input = make('input', controlType === 'SWITCH' ? 'switch' : '')
  Object.assign(input, { type: 'checkbox', name, value, checked: typed[name] === undefined ? Boolean(selected) : typed[name].length > 0 })
  if (controlType === 'SWITCH') input.setAttribute('role', 'switch')
  input.dataset.kind = 'switch'
  input.setAttribute('aria-labelledby', labelId)
  if (onChangeAction) input.addEventListener('change', () => press(onChangeAction, input))
  return input
}
