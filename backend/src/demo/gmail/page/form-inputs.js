const nameOf = (input) => input.name || input.dataset.name
const inputsOf = (place) => [...place.querySelectorAll('[data-kind]')]
const checkedOf = (group) => [...group.querySelectorAll('input:checked')].map(({ value }) => value)

/** What stands in an input now; an array where several may be chosen. */
function valueOf(input) {
  if (input.dataset.kind === 'radio' || input.dataset.kind === 'checks') return checkedOf(input)
  if (input.dataset.kind === 'switch') return input.checked ? [input.value] : []
  return input.value
}
const isEmpty = (value) => value.length === 0 || (typeof value === 'string' && value.trim() === '')

/** The inputs as Gmail sends them: empty ones are left out. */
export function readInputs(place) {
  const inputs = {}
  for (const input of inputsOf(place)) {
    const value = valueOf(input)
    if (value.length === 0) continue
    const { kind } = input.dataset
    if (kind === 'date') inputs[nameOf(input)] = { dateInput: { msSinceEpoch: String(Date.parse(`${value}T00:00:00Z`)) } }
    else if (kind === 'moment') inputs[nameOf(input)] = { dateTimeInput: { msSinceEpoch: String(new Date(value).getTime()), hasDate: true, hasTime: true } }
    else inputs[nameOf(input)] = { stringInputs: { value: [value].flat() } }
  }
  return inputs
}

/** What was typed, by name, to be filled in again. */
export const typedValues = (place) => Object.fromEntries(inputsOf(place).map((input) => [nameOf(input), valueOf(input)]))

/** Gmail's own check before it sends anything: whether nothing required is empty and nothing too long. Says it beside the inputs. */
export function checkInputs(place, required, words) {
  const wrong = inputsOf(place).filter((input) => {
    const value = valueOf(input)
    const limit = Number(input.dataset.limit ?? Infinity)
    const problem = required.includes(nameOf(input)) && isEmpty(value) ? words.required : typeof value === 'string' && value.length > limit ? words.tooLong(limit) : ''
    say(input, problem)
    return problem !== ''
  })
  const first = wrong[0]
  if (first) (first.matches('fieldset') ? first.querySelector('input') : first)?.focus()
  return wrong.length === 0
}

function say(input, problem) {
  const place = input.closest('.widget')?.querySelector('.wrong')
  if (!place) return
  Object.assign(place, { textContent: problem, hidden: problem === '' })
  if (problem === '') return input.removeAttribute('aria-invalid')
  input.setAttribute('aria-invalid', 'true')
  if (place.id) input.setAttribute('aria-errormessage', place.id)
}
