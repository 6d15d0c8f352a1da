import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { draftAnswer, pressAnswer, scopesAnswer, suggestAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import type { Card } from '@counterpane/addin-gmail/card-schema'
import { checkAnswer, checkCard, type AnswerKind } from '@counterpane/addin-gmail/check/card-check'
import { allCases } from '@counterpane/addin-gmail/testing/cases/all-cases'
import { aFullCard, changed } from '@counterpane/addin-gmail/testing/full-card'
import { aContext } from '@counterpane/addin-gmail/testing/sample-views'

const data = path.resolve(__dirname, '../../../shared/data')
const there = fs.existsSync(path.join(data, 'google/check-card.mjs'))
interface Finding { level: string; path: string; m: string }
type Check = (value: unknown, kind: string) => Finding[]
let theirs: Check
beforeAll(async () => { if (there) theirs = ((await import(path.join(data, 'google/check-card.mjs'))) as { check: Check }).check })
function errorsOf(value: unknown, kind: string): string[] {
  try {
    return theirs(JSON.parse(JSON.stringify(value)), kind).filter(({ level }) => level === 'ERROR').map(({ path: at, m }) => `${at} ${m}`)
  } catch (error) {
    // It stumbles over null in a list: no right answer either.
    return [String(error)]
  }
}

const cards = Object.values(allCases('Ivan Petrov')).map((make) => make(aContext()))
const answers: { kind: AnswerKind; answer: unknown }[] = [
  { kind: 'trigger', answer: triggerAnswer(aFullCard() as Card) }, { kind: 'press', answer: pressAnswer('finish', aFullCard() as Card, 'Saved') }, ...cards.map((card) => ({ kind: 'press' as const, answer: pressAnswer('update', card) })),
  { kind: 'press', answer: draftAnswer({ draftId: 'r-1', threadId: 't-1' }, 'Written') }, { kind: 'suggest', answer: suggestAnswer(['Tom & Co']) }, { kind: 'trigger', answer: scopesAnswer(['https://www.googleapis.com/auth/userinfo.email']) },
]

/** Every place of a value, as a path that `changed` takes; of places that differ by their numbers only the first, or long lists would be all. */
function placesOf(value: unknown): string[] {
  const all = (inside: unknown, at: string): string[] =>
    typeof inside !== 'object' || inside === null ? [] : Object.entries(inside).flatMap(([key, one]) => [`${at}${key}`, ...all(one, `${at}${key}.`)])
  const kinds = new Map(all(value, '').reverse().map((place) => [place.replace(/\d+/g, '0'), place]))
  return [...kinds.values()]
}
const valueAt = (value: unknown, place: string): unknown => place.split('.').reduce<unknown>((inside, step) => (inside as Record<string, unknown>)[step], value)

const otherValues: unknown[] = [
  null, 0, -1, 1.5, 255, true, false, '', ' ', 'WRONG', 'TYPE_UNSPECIFIED', '10', 'http://crm.example/gmail/action', 'www.google.ca', 'https://crm.example/a.svg', [], [null], [[]], {}, { a: 1 }, 'a'.repeat(6_000), '<script>', 'a & b',
  Array.from({ length: 101 }, (_, at) => ({ text: String(at), value: String(at) })), Array.from({ length: 101 }, () => ({ divider: {} })),
]
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

interface Changed { what: string; kind: AnswerKind; answer: unknown }
/** One change to one place of one right answer. */
const mutation = fc.constantFrom(...answers.flatMap(({ kind, answer }) => placesOf(answer).map((place) => ({ kind, answer, place })))).chain(({ kind, answer, place }): fc.Arbitrary<Changed> => {
  const [name, inside] = [place.slice(place.lastIndexOf('.') + 1), place.slice(0, place.lastIndexOf('.') + 1)]
  const said = (what: string, to: unknown): Changed => ({ what, kind, answer: to, ...{ [fc.toStringMethod]: () => what } })
  const other = fc.constantFrom(...otherValues).map((to) => said(`${place} = ${JSON.stringify(to).slice(0, 40)}`, changed(answer, place, to)))
  if (/^\d+$/.test(name)) return other
  const value = valueAt(answer, place)
  return fc.oneof(
    other,
    fc.constantFrom(snake(name), name.toUpperCase(), `${name}s`, 'interaction').map((to) => said(`${place} called ${to}`, changed(changed(answer, place, undefined), `${inside}${to}`, value))),
    fc.constant(said(`${place} left out`, changed(answer, place, undefined))),
    fc.constantFrom('extra', 'columns', 'carousel', 'materialIcon', 'openLink', 'text').map((to) => said(`${inside}${to} added`, changed(answer, `${inside}${to}`, {}))),
  )
})

it('before any change they are right', () => {
  expect(answers.flatMap(({ answer, kind }) => checkAnswer(answer, kind))).toEqual([])
})

it('whatever is changed, a finding is a sentence and nothing is thrown', () => {
  fc.assert(fc.property(mutation, ({ kind, answer }) => checkAnswer(answer, kind).every((finding) => /^\S.*: .{5,}$/s.test(finding))), { seed: 4, numRuns: 300 })
})

// The other checker reads Google's discovery data; both are outside data, never copied into the repository.
const compared = there ? describe : describe.skip
compared(there ? 'beside the checker that reads Google’s discovery data' : 'beside the checker that reads Google’s discovery data (skipped: no data folder beside the checkout)', () => {
  it('ours are clean there, warnings included', () => {
    expect(answers.filter(({ answer }) => !JSON.stringify(answer).includes('"everything"')).flatMap(({ answer }) => theirs(answer, 'response'))).toEqual([])
  })

  it('of one change to a right answer, nothing that is an error there is right here', () => {
    let refusedThere = 0
    fc.assert(fc.property(mutation, ({ what, kind, answer }) => {
      const errors = errorsOf(answer, 'response')
      if (errors.length === 0) return
      refusedThere += 1
      if (checkAnswer(answer, kind).length === 0) throw new Error(`${what}: ${errors[0]}`)
    }), { seed: 11, numRuns: 700 })
    expect(refusedThere).toBeGreaterThan(300)
  })

  const folder = path.join(data, 'gmail-payloads')
  const samples = there ? fs.readdirSync(folder).filter((name) => /^(card|response)-/.test(name)).map((name) => ({ name, value: JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown> })) : []
  const findingsOf = (value: Record<string, unknown>) => ('sections' in value ? checkCard(value) : checkAnswer(value, 'action' in value ? 'trigger' : 'action'))
  it('so it is with Google’s own samples', () => {
    const errors = samples.filter(({ value }) => errorsOf(value, 'sections' in value ? 'card' : 'response').length > 0)
    expect(errors.length).toBeGreaterThan(0)
    for (const { name, value } of errors) expect([name, findingsOf(value).length > 0]).toEqual([name, true])
  })
  it('those of Google’s samples that could be ours are right', () => {
    expect(samples.filter(({ value }) => findingsOf(value).length === 0).map(({ name }) => name)).toEqual([
      'card-gws-homepage.json', 'response-docs-request-all-scopes.json', 'response-docs-request-scopes.json', 'response-gws-navigate-back.json', 'response-gws-open-draft.json', 'response-schema-autocomplete.json',
    ])
  })
})
