import { erasedMark } from './erased-person'

export interface Redact { text(value: string): string; json(value: unknown): unknown }

const signs = /[.*+?^${}()|[\]\\]/g

/** Takes spellings of a name and addresses out of texts, whatever their case; `moved`: ids in JSON that stand for others from now on. */
export function createRedact(spellings: readonly string[], moved: ReadonlyMap<string, string> = new Map()): Redact {
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length).map((text) => text.replace(signs, '\\$&').replace(/ /g, '\\s+'))
  const found = longestFirst.length > 0 ? new RegExp(longestFirst.join('|'), 'giu') : null
  const text = (value: string) => (found ? value.replace(found, erasedMark) : value)
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return moved.get(value) ?? text(value)
    if (Array.isArray(value)) return value.map(json)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, part]) => [text(name), json(part)]))
    return value
  }
  return { text, json }
}

/** Words of a contact as the trail keeps them. */
const words = new Set(['subject', 'content', 'folded', 'result', 'comment', 'attributes', 'file', 'name'])
export const withoutWords = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([name]) => !words.has(name)))
