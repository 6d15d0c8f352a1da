import type { AttributeDefinition } from '@counterpane/shared/contract/attribute'
import { AppError, type Words } from '@counterpane/shared/errors/app-error'
import { attributeProblems as problems } from '@counterpane/shared/text/attribute-problems'

export type Defined = Pick<AttributeDefinition, 'key' | 'name' | 'nameRu' | 'type' | 'options' | 'checks' | 'active'>
export type Values = Record<string, string | number | boolean | null>
/** `free`: details that nobody defined may stand too. */
export interface Checking { definitions: readonly Defined[]; before: Readonly<Record<string, unknown>>; free: boolean }

/** The values that are to be kept, without the empty ones. What stood there before and was not touched may go on standing, whatever the definitions say by now. */
export function checkValues(given: Values, { definitions, before, free }: Checking): Values {
  const byKey = new Map(definitions.map((one) => [one.key, one]))
  const wrong: { path: string; words: Words }[] = []
  const kept = Object.entries(given).filter(([, value]) => value !== null && value !== '')
  for (const [key, value] of kept) {
    if (Object.hasOwn(before, key) && before[key] === value) continue
    const defined = byKey.get(key)
    const words = defined?.active ? problemOf(value, defined) : free && !defined ? null : problems.unknown(key)
    if (words) wrong.push({ path: `attributes.${key}`, words })
  }
  const filled = new Set(kept.map(([key]) => key))
  if (!free || Object.keys(given).length > 0) {
    for (const one of definitions) if (one.active && one.checks.required && !filled.has(one.key)) wrong.push({ path: `attributes.${one.key}`, words: problems.required(nameOf(one)) })
  }
  if (wrong[0]) throw new AppError('invalid-request', { words: wrong[0].words, errors: wrong.slice(0, 20).map(({ path, words }) => ({ path, message: words.en, words })) })
  return Object.fromEntries(kept)
}

const nameOf = ({ name, nameRu }: Defined): Words => ({ en: name, ru: nameRu ?? name })

function problemOf(value: unknown, defined: Defined): Words | null {
  const { type, options, checks: { min, max, maxLength, pattern } } = defined
  const name = nameOf(defined)
  switch (type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return problems.number(name)
      return min !== undefined && value < min ? problems.min(name, min) : max !== undefined && value > max ? problems.max(name, max) : null
    case 'flag': return typeof value === 'boolean' ? null : problems.flag(name)
    case 'date': return typeof value === 'string' && isDate(value) ? null : problems.date(name)
    case 'choice': return typeof value === 'string' && options.includes(value) ? null : problems.choice(name)
    case 'link': return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value) ? null : problems.link(name)
    case 'text':
      if (typeof value !== 'string') return problems.text(name)
      if (maxLength !== undefined && [...value].length > maxLength) return problems.maxLength(name, maxLength)
      return pattern !== undefined && !fitsMask(value, pattern) ? problems.pattern(name, pattern) : null
  }
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** `#` a digit, `A` a letter, `*` either, anything else itself: one look at each character. */
export function fitsMask(text: string, mask: string): boolean {
  const [letters, signs] = [[...text], [...mask]]
  return letters.length === signs.length && letters.every((letter, at) => {
    const sign = signs[at]
    if (sign === '#') return /^\p{Nd}$/u.test(letter)
    if (sign === 'A') return /^\p{L}$/u.test(letter)
    return sign === '*' ? /^[\p{L}\p{Nd}]$/u.test(letter) : sign === letter
  })
}
