import { currentSight, noteNamed } from './sight'

const likeAnId = /^[\w-]{1,64}$/

/**
 * What is asked, as a narrowed sight asks it: an id of something that is not seen becomes one that nobody has, wherever it stands, so that every route answers as it does
 * for an id that was never given out. `writing`: what is named is known to the request until its end.
 */
export function asSeen<T>(asked: T, { writing }: { writing: boolean }): T {
  const sight = currentSight()
  if (!sight) return asked
  const ids = new Set<string>()
  walk(asked, (text) => { if (likeAnId.test(text)) ids.add(text); return text })
  if (ids.size === 0) return asked
  const hidden = sight.hiddenOf([...ids])
  if (writing) noteNamed([...ids].filter((id) => !hidden.has(id)))
  return hidden.size === 0 ? asked : walk(asked, (text) => (hidden.has(text) ? nobodys(text) : text)) as T
}

/** No id has this letter. */
const nobodys = (id: string) => `${id.slice(0, -1)}z`

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => walk(one, change))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, change)]))
}
