import fs from 'node:fs'
import path from 'node:path'
import { pressAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import { allCases } from '@counterpane/addin-gmail/testing/cases/all-cases'
import { brokenRules } from '@counterpane/addin-gmail/testing/card-rules'
import { aContext } from '@counterpane/addin-gmail/testing/sample-views'
import { locales } from '@counterpane/shared/domain/codes'

const data = path.resolve(__dirname, '../../../shared/data')
const there = (file: string) => fs.existsSync(path.join(data, file))
interface Finding { level: string; path: string; m: string }
type Check = (value: unknown, kind: string) => Finding[]

const ours = [
  'Ivan Petrov', '', '   ', 'я'.repeat(2_000), '<script>alert(1)</script>', '<a href="https://evil.example">click</a>', 'Alice <alice@beta.example>', '&lt;b&gt; & Co', '&#x3c;img&#x3e;', '"\'`${x}',
  '\u202egpj.exe\u202c', '\u2067עברית ✉ العربية', '👩‍👩‍👧‍👦'.repeat(300), 'a\u0000b\u0007c', '\ud800 lone \udfff', 'line\nbreak\r\ttab', '__proto__', 'https://evil.example/', 'ﷺ'.repeat(500), 'Z̸̢a̷l̵g̶o̴'.repeat(200),
]
const blns = there('hostile/blns.json') ? (JSON.parse(fs.readFileSync(path.join(data, 'hostile/blns.json'), 'utf8')) as string[]) : []

describe.each(locales)('cards in %s', (locale) => {
  const context = aContext({ locale })
  const cards = ours.map((word) => allCases(word))
  test.each(Object.keys(allCases('x')))('the card "%s" keeps our own rules whatever text stands in it', (name) => {
    expect(cards.flatMap((cases) => brokenRules(cases[name]!(context)))).toEqual([])
  })
})

// The collection is outside data, never copied into the repository.
const listed = blns.length > 0 ? test : test.skip
listed(blns.length > 0 ? "cards bear a public collection of naughty strings" : 'a public collection of naughty strings (skipped: no data folder beside the checkout)', () => {
  const broken = blns.flatMap((word) => ['unknown', 'several', 'registered'].flatMap((name) => brokenRules(allCases(word)[name]!(aContext()))))
  expect(broken).toEqual([])
})

// Google's schema is outside data: without the folder the cards are still held to our own rules above.
const checked = there('google/check-card.mjs') ? describe : describe.skip
checked(there('google/check-card.mjs') ? "Google's schema" : "Google's schema (skipped: no data folder beside the checkout)", () => {
  let check: Check
  beforeAll(async () => { check = ((await import(path.join(data, 'google/check-card.mjs'))) as { check: Check }).check })

  test.each(Object.keys(allCases('x')))('the card "%s" is accepted without an error', (name) => {
    const findings = ours.flatMap((word, at) => {
      const card = allCases(word)[name]!(aContext({ locale: locales[at % 2]! }))
      return check(at % 3 ? triggerAnswer(card) : pressAnswer('finish', card, 'done'), 'response')
    })
    expect(findings).toEqual([])
  })
  test('the checker does see what is wrong', () => {
    const card = allCases('x').home!(aContext())
    expect(check(triggerAnswer({ ...card, sections: [] }), 'response').filter((finding) => finding.level === 'ERROR')).not.toEqual([])
  })
})

test('text is escaped once, never twice, and inputs keep it as it is', () => {
  const card = allCases('Tom & <b>Co</b>')['person form']!(aContext())
  expect(card.header.subtitle).toBe('Tom &amp; &lt;b&gt;Co&lt;/b&gt;')
  expect(JSON.stringify(card)).not.toContain('&amp;lt;')
  const inputs = card.sections.flatMap((section) => section.widgets).flatMap((widget) => ('textInput' in widget ? [widget.textInput.value] : []))
  expect(inputs).toContain('Tom & <b>Co</b>')
})
