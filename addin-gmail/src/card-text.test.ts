import { escapeText, plain } from './card-text'

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
