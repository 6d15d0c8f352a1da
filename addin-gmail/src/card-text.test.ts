import { escaped, escapedLines, escapeText, plain } from './card-text'

it.each([
  ['a plain name', 'Ivan Petrov', 'Ivan Petrov'], ['spaces and breaks', '  a \n\t b\u00a0c ', 'a b c'], ['directions turned round', '\u202egpj.exe\u202c', 'gpj.exe'],
  ['half a character', 'a\ud800b', 'a\ufffdb'], ['NUL and bells', 'a\u0000b\u0007', 'ab'], ['nothing', null, ''],
])('%s becomes one readable line', (_what, given, wanted) => {
  expect(plain(given, 50)).toBe(wanted)
})

it('a long text is cut between letters and says so', () => {
  expect(plain('я'.repeat(300), 10)).toBe(`${'я'.repeat(9)}…`)
  const family = '👩‍👩‍👧‍👦'
  const cut = plain(family.repeat(50), 40)
  expect(cut.replaceAll(family, '')).toBe('…')
  expect(cut.length).toBeLessThanOrEqual(40)
  expect(plain(`${'a'.repeat(5)}${'\u0301'.repeat(400)}`, 20).length).toBeLessThanOrEqual(20)
})

it('what was escaped reads as it was written', () => {
  expect(escapeText('<b>R&D</b> &lt;')).toBe('&lt;b&gt;R&amp;D&lt;/b&gt; &amp;lt;')
})

it.each([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;']])('a text of nothing but %s is cut by what it becomes, and no entity is cut in two', (sign, entity) => {
  const cut = escaped(sign.repeat(500), 100)
  expect(cut.length).toBeLessThanOrEqual(100)
  expect(cut.replaceAll(entity, '')).toBe('…')
  expect(cut.length).toBeGreaterThan(94)
})

it('the cut of what is escaped is between letters, and one sign too many is cut too', () => {
  expect(escaped('aaaaaa&', 10)).toBe('aaaaaa…')
  expect(escaped('aaaaa&', 10)).toBe('aaaaa&amp;')
  expect(escaped(`${'&'.repeat(3)}👩‍👩‍👧‍👦👩‍👩‍👧‍👦`, 30)).toBe('&amp;&amp;&amp;👩‍👩‍👧‍👦…')
  expect(escapedLines('<a>\n'.repeat(90), 40)).toBe('&lt;a&gt;\n&lt;a&gt;\n&lt;a&gt;\n&lt;a&gt;…')
})
