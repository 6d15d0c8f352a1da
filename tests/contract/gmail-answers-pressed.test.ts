import { actionsIn, brokenRules } from '@counterpane/addin-gmail/testing/card-rules'
import type { AddonAnswer, Card } from '@counterpane/addin-gmail/card-schema'
import { locales } from '@counterpane/shared/domain/codes'
import { problemTexts } from '@counterpane/shared/text/problems'
import { startGmailServer, type GmailServer, type Press } from '../api/gmail-server'

let server: GmailServer
beforeAll(async () => { server = await startGmailServer() }, 60_000)
afterAll(() => server.close())

const cardsOf = (answer: AddonAnswer): Card[] =>
  (('renderActions' in answer ? answer.renderActions.action.navigations : 'action' in answer ? answer.action.navigations : []) ?? []).flatMap((step) => ('pushCard' in step ? [step.pushCard] : 'updateCard' in step ? [step.updateCard] : []))
/** Signatures of the actions that are asked while one types, and answered with suggestions. */
const suggesting = (card: Card): string[] => [...JSON.stringify(card).matchAll(/"autoCompleteAction":\{[^[]*\[([^\]]*)\]/g)].map((match) => /"signature","value":"([^"]+)"/.exec(match[1]!)?.[1] ?? '')
const inputNames = (card: Card): string[] => [...JSON.stringify(card).matchAll(/"(?:textInput|selectionInput|dateTimePicker|switchControl)":\{"name":"([^"]+)"/g)].map((match) => match[1]!)

const string = (...value: unknown[]) => ({ stringInputs: { value } })
/** What may stand in every field at once: nothing, words, moments of both spellings, and what no field of Gmail's gives. */
const typed: unknown[] = [undefined, string('Слово & <b>'), string('я'.repeat(10_000)), { dateTimeInput: { msSinceEpoch: '1795000000000', hasDate: true, hasTime: true } }, { dateInput: { msSinceEpoch: 1_795_046_400_000 } }, string('\0\u202e', null, 5), { stringInputs: 'text' }, [], null]

/** Everything that can be reached by pressing, each kind of button of each kind of card, in the order in which it is met, in both languages by turns. */
async function pressAll(): Promise<{ pressed: string[]; suggested: Set<string>; cards: Set<string>; found: string[] }> {
  const { items } = (await (await fetch(`${server.url}/demo/gmail/messages`)).json()) as { items: { id: string }[] }
  const [cards, found, pressed, known, suggested] = [new Set<string>(), [] as string[], [] as string[], new Set<string>(), new Set<string>()]
  const waiting: { parameters: Record<string, string>; from: Card; message: string | null }[] = []
  let asked = 0
  async function ask(press: Press, what: string): Promise<void> {
    try {
      const answer = await server.press({ locale: locales[(asked += 1) % locales.length], ...press })
      if (locales.some((locale) => JSON.stringify(answer).includes(problemTexts[locale].internal.title))) found.push(`${what}: a failure of our own`)
      for (const card of cardsOf(answer)) {
        found.push(...brokenRules(card).map((finding) => `${what}: ${finding}`))
        cards.add(card.name)
        for (const parameters of actionsIn(card)) {
          const kind = [card.name, ...Object.keys(parameters).sort(), parameters.action].join(' ')
          if (known.has(kind)) continue
          known.add(kind)
          waiting.push({ parameters, from: card, message: press.message })
        }
      }
    } catch (error) {
      found.push(`${what}: ${String(error).slice(0, 300)}`)
    }
  }

  for (const endpoint of ['homepage', 'settings', 'help', 'search', 'on-compose'] as const) await ask({ endpoint, message: null, draft: { to: ['ivan.petrov@vector.example', 'odd'] } }, endpoint)
  for (const { id } of items) await ask({ endpoint: 'on-message', message: id }, `message ${id}`)
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { parameters, from, message } = next
    pressed.push(parameters.action!)
    if (suggesting(from).includes(parameters.signature!)) suggested.add(parameters.action!)
    // Each button with nothing, and with two kinds of input in turn, so that all of them meet every card.
    const names = inputNames(from)
    for (const at of names.length === 0 ? [0] : [0, 1 + (pressed.length % (typed.length - 1)), 1 + ((pressed.length + 4) % (typed.length - 1))]) {
      const value = typed[at]
      const formInputs = value === undefined ? undefined : Object.fromEntries(names.map((name) => [name, value]))
      await ask({ endpoint: 'action', asks: suggesting(from).includes(parameters.signature!) ? 'suggest' : 'press', message, parameters, formInputs, email: at === 1 ? 'left-out' : 'given' }, `${from.name} > ${parameters.action} with ${JSON.stringify(value)?.slice(0, 40)}`)
    }
  }
  return { pressed, suggested, cards, found }
}

it('whatever is pressed, with whatever in the fields, Gmail would draw the answer, and nothing of ours fails', async () => {
  const { pressed, suggested, cards, found } = await pressAll()
  expect(found).toEqual([])
  expect([...cards]).toEqual(expect.arrayContaining(['home', 'message', 'settings', 'help', 'search', 'compose']))
  expect(new Set(pressed).size).toBeGreaterThan(40)
  expect(suggested.size).toBeGreaterThan(0)
}, 300_000)
