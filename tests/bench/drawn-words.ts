import type { Connection } from '@counterpane/backend/platform/db/connection'
import { createDice } from './dice'

export type WordKind = 'common' | 'rare' | 'beginning' | 'two-words' | 'mark'
export type DrawnWords = Readonly<Record<WordKind, readonly string[]>>

const looked = 4_000
const wanted = 40
const sample = 'SELECT subject, result, content FROM Contact WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY id'

/** Questions of words that stand in contacts drawn by chance: common ones in at least one contact of fifty, rare ones in one of the contacts drawn and no other. Marks are parts of numbers and addresses. */
export function drawWords(db: Connection, seed: number): DrawnWords {
  const dice = createDice(seed)
  const { last } = db.prepare('SELECT MAX(rowid) AS last FROM Contact').all()[0] as { last: number }
  const texts = (db.prepare(sample).all(JSON.stringify(Array.from({ length: looked }, () => 1 + dice.below(last)))) as Record<'subject' | 'result' | 'content', string>[]).map((row) => `${row.subject}\n${row.result}\n${row.content}`)
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of new Set(text.toLowerCase().match(/\p{L}{4,}/gu))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const those = (fits: (count: number) => boolean) => [...counts].filter(([, count]) => fits(count)).map(([word]) => word)
  const [common, rare, any] = [those((count) => count >= texts.length / 50), those((count) => count === 1), [...counts.keys()]]
  const addresses = (db.prepare('SELECT address FROM PersonAddress WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY id').all(JSON.stringify(Array.from({ length: 100 }, (_, at) => at * 7 + 1))) as { address: string }[]).map((row) => row.address)
  const marks = [...new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}.@-]*[\p{N}@][\p{L}\p{N}.@-]*/gu) ?? []))].filter((mark) => mark.length >= 4)
  /** From three characters on, anywhere in it. */
  const partOf = (mark: string) => { const length = 3 + dice.below(Math.max(1, mark.length - 3)); const from = dice.below(mark.length - length + 1); return mark.slice(from, from + length) }
  const list = (draw: (at: number) => string) => Array.from({ length: wanted }, (_, at) => draw(at))
  return {
    common: list(() => dice.pick(common)), rare: list(() => dice.pick(rare)), beginning: list(() => { const word = dice.pick(any); return word.slice(0, Math.min(word.length - 1, 2 + dice.below(4))) }),
    'two-words': list(() => `${dice.pick(common)} ${dice.pick(any)}`), mark: list((at) => partOf(dice.pick(at % 3 === 0 ? addresses : marks))),
  }
}
