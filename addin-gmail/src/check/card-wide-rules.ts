import { pathOf } from './check-findings'
import { shapeless } from './checked-texts'

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const inputKinds = ['textInput', 'selectionInput', 'dateTimePicker', 'switchControl'] as const

/** Google leaves out what comes after. */
const mostWidgets = 100
/** Our own measure: a card is read on a phone. */
const mostBytes = 40_000

/** One card of an answer: the names of its inputs, and which of them its actions need. A card inside of a press has a form of its own. */
interface Form { names: Set<unknown>; needed: { name: unknown; at: string }[] }

/** UTF-8, as it goes over the wire; without Node. */
function bytesOf(value: unknown): number {
  const text = JSON.stringify(value)
  let bytes = text.length
  // A half of a pair is two of the four bytes of its letter.
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

const widgetsOf = (sections: unknown): number =>
  (Array.isArray(sections) ? (sections as unknown[]) : []).reduce<number>((sum, section) => sum + (isTree(section) && Array.isArray(section.widgets) ? section.widgets.length : 0), 0)

/** What no schema of a part can see: counts, names and the size of whole cards, and characters in every text. */
export function wideFindings(root: unknown): string[] {
  const findings: string[] = []
  const path: (string | number)[] = []
  const say = (what: string, at = pathOf(path)) => { findings.push(`${at}: ${what}`) }

  function look(value: unknown, form: Form | null): void {
    if (typeof value === 'string') {
      if (shapeless.test(value)) say('has characters without a shape')
      if (path.at(-2) === 'requiredWidgets') form?.needed.push({ name: value, at: pathOf(path) })
    } else if (Array.isArray(value)) value.forEach((one, at) => step(at, one, form))
    else if (isTree(value)) (Object.hasOwn(value, 'sections') ? lookAtCard : lookInside)(value, form)
  }
  function step(key: string | number, value: unknown, form: Form | null) {
    path.push(key)
    look(value, form)
    path.pop()
  }
  function lookInside(tree: Tree, form: Form | null) {
    for (const [key, value] of Object.entries(tree)) {
      if (key === '__proto__' || shapeless.test(key)) say(`has an unknown field ${JSON.stringify(key)}`)
      step(key, value, form)
    }
    if (!form) return
    for (const kind of inputKinds) {
      const input = tree[kind]
      if (!isTree(input)) continue
      if (form.names.has(input.name)) say(`has a ${kind} of the name "${String(input.name)}", as another input has`)
      form.names.add(input.name)
    }
  }
  function lookAtCard(card: Tree) {
    const form: Form = { names: new Set(), needed: [] }
    lookInside(card, form)
    for (const { name, at } of form.needed) if (!form.names.has(name)) say(`asks for the input "${String(name)}", which the card does not have`, at)
    const [widgets, bytes] = [widgetsOf(card.sections), bytesOf(card)]
    if (widgets > mostWidgets) say(`has ${widgets} widgets, and Gmail shows ${mostWidgets}`)
    if (bytes > mostBytes) say(`is ${bytes} bytes of JSON, more than ${mostBytes}`)
  }

  look(root, null)
  return findings
}
