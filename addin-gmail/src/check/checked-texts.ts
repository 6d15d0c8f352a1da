import { z } from 'zod'

/** Google shows about this much of a text before a card turns into a document; nothing of ours comes near. */
const longest = 5_000

/** Directions turned round would reach the words beside; control characters and halves of pairs have no shape at all. */
export const shapeless = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

const tagsWithoutFacts = new Set(['b', 'i', 'u', 's', 'strike', 'br', 'time'])
const colour = /^\s+color="#[0-9a-f]{6}"\s*$/i
const target = /^\s+href="(?:https:\/\/[^\s"<>/]+\/?|mailto:|tel:)[^\s"<>]*"\s*$/i
const token = /<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<>]*")*\s*)\/?>|[<>]|&(?:(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});)?/g

/** What is wrong with a text that Google reads as its small HTML: b i u s strike br time, font with a colour, a with an address. Null when nothing is. */
export function wrongMarkup(text: string): string | null {
  const open: string[] = []
  for (const [whole, closing, name, facts = ''] of text.matchAll(token)) {
    if (whole === '&') return 'a bare & (text of others is escaped)'
    if (whole.startsWith('&')) continue
    if (!name) return `a bare ${whole} (text of others is escaped)`
    if (closing) {
      if (open.pop() !== name || facts.trim() !== '') return `</${name}> closes nothing`
      continue
    }
    const known = name === 'font' ? colour.test(facts) : name === 'a' ? target.test(facts) : tagsWithoutFacts.has(name) && facts.trim() === ''
    if (!known) return `${whole.slice(0, 60)} is not in the subset of HTML that cards know (text of others is escaped)`
    if (name !== 'br') open.push(name)
  }
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : null
}

/** As everywhere in Google's JSON an empty text is a missing one. */
const isEmpty = (text: string) => text.replace(/<[^<>]*>/g, '').replace(/[\s\p{Cf}]/gu, '') === ''

/** What is typed or said as it is: values of inputs, notifications, suggestions. */
export const plainText = z.string().check((context) => {
  if (context.value.length > longest) context.issues.push({ code: 'custom', input: context.value, message: `is ${context.value.length} characters long` })
})
export const neededPlainText = plainText.refine((text) => !isEmpty(text), 'is an empty text')

/** What Google reads as its small HTML: every text of a card but the values of inputs. */
export const markup = neededPlainText.check((context) => {
  const wrong = wrongMarkup(context.value)
  if (wrong) context.issues.push({ code: 'custom', input: context.value, message: `has ${wrong}: "${context.value.slice(0, 60)}"` })
})

/** What an input is called in the form that comes back. */
export const inputName = z.string().regex(/^[a-z][\w-]{0,99}$/i, 'is no name of an input')
export const count = z.number().int('is no whole number')
