import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Texts that want to be more than text: each goes through every client in every run. */
export const ownHostileTexts = [
  '<img src=x onerror="top.pwned=1">', '<script>top.pwned=1</script>', '"><svg onload=top.pwned=1>', 'javascript:top.pwned=1', '{{constructor.constructor("top.pwned=1")()}}', '\u202Egnp.exe', 'a\u2066b\u2069c',
  '&lt;b&gt;once&lt;/b&gt;', '%00%0d%0aSet-Cookie: a=b', '𝕿𝖊𝖘𝖙 👩‍👩‍👧‍👦 ﷽', 'я'.repeat(255), `W${'i'.repeat(400)}`, "'; DROP TABLE Contact; --", '__proto__', 'constructor', '<a href="https://evil.example">click</a>', '&#60;img src=x onerror=top.pwned=1&#62;',
]

const folder = path.resolve(__dirname, '../../../shared/data/hostile')

// Outside test data is no part of the repository: without it there is nothing to open.
export const itWithHostileCollections = existsSync(folder) ? it : it.skip

function collected(): string[] {
  const { cases } = JSON.parse(readFileSync(path.join(folder, 'dompurify-expect.json'), 'utf8')) as { cases: { payload: string }[] }
  const naughty = JSON.parse(readFileSync(path.join(folder, 'blns.json'), 'utf8')) as string[]
  return [...cases.map((one) => one.payload), ...naughty].filter((text) => text.trim() !== '' && !text.includes('\0'))
}

/** The same order for the same seed; each text stands first as often as any other. */
function shuffled(texts: readonly string[], seed: number): string[] {
  const left = [...texts]
  let state = seed
  const below = (most: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most)
  }
  return texts.map(() => left.splice(below(left.length), 1)[0] ?? '')
}

/**
 * So many of the collections' texts, others in each run: a browser opens each of them as a letter, and all would take minutes.
 * COUNTERPANE_HOSTILE=all opens all of them; COUNTERPANE_SEED those of an earlier run again.
 */
export function someHostileTexts(count: number): string[] {
  const all = collected()
  expect(all.length).toBeGreaterThan(600)
  if (process.env.COUNTERPANE_HOSTILE === 'all') return all
  const seed = Number(process.env.COUNTERPANE_SEED ?? Math.floor(Math.random() * 2 ** 31))
  process.stdout.write(`hostile texts: ${count} of ${all.length}, COUNTERPANE_SEED=${seed}\n`)
  return shuffled(all, seed).slice(0, count)
}
