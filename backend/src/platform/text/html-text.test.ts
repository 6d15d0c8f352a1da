import { textOfHtml } from './html-text'
import { normaliseText } from './normalise-text'

test('links stay readable, pictures and styles leave nothing', () => {
  const html = '<style>p{color:red}</style><h1>Plan</h1><p>See <a href="https://delta.example/plan">the plan</a> &amp; <a href="https://delta.example">https://delta.example</a></p><img src="data:image/png;base64,AAAA" alt="x">'
  expect(textOfHtml(html)).toBe('Plan\n\nSee the plan <https://delta.example/plan> & https://delta.example')
})

test('a row of a table is a line', () => {
  expect(textOfHtml('<table><tr><td>Tuesday</td><td>12 pallets</td></tr><tr><td>Friday</td><td>7</td></tr></table>').split('\n').map((line) => line.trim())).toEqual(['Tuesday 12 pallets', 'Friday 7'])
})

test.each([['<div>'], ['<'], ['<b><i>'], ['<table><tr><td>'], ['<p>x</p>'], ['&amp;'], ['<a href="x">'], ['<!--'], ['<blockquote>'], ['a '], ['<br>'], ['<script>']])('5 MB of %j become text in reasonable time', (piece) => {
  const before = process.cpuUsage()
  textOfHtml(piece.repeat(Math.ceil(5_000_000 / piece.length)))
  const used = process.cpuUsage(before)
  expect((used.user + used.system) / 1_000).toBeLessThan(3_000)
})

test('HTML too deep for a parser still shows its words', () => {
  expect(textOfHtml(`${'<div>'.repeat(5_000)}Hello<b>there</b>`)).toBe('Hello there')
})

test('NUL and halves of characters are replaced, whole characters stay', () => {
  expect(normaliseText('a\0b\ud83dc\ude00d😀')).toBe('a\ufffdb\ufffdc\ufffdd😀')
})
