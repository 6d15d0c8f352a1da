import fc from 'fast-check'
import { foldForSearch } from './search-fold'

const letters = fc.constantFrom(...'aéèüßÜİıſæŁøйЙёЁеіїаґñçğşžÅÅﬁ½№…’“«—•東ー가각́̈̆ ­​\u200d\ufe0f\u00a0\t\nﷺςΣά0９.+#@'.split(''))
const texts = fc.oneof(fc.string({ unit: letters, maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }))

test.each([
  ['Müller', 'muller'], ['Mu\u0308ller', 'muller'], ['Straße, STRASSE, STRAẞE', 'strasse, strasse, strasse'], ['Café Noël à Ålesund', 'cafe noel a alesund'], ['Łódź Øresund cœur', 'lodz oresund coeur'],
  ['Ёлка ещё чай', 'елка еще чай'], ['Е\u0308лка чаи\u0306', 'елка чай'], ['за\u0301мок', 'замок'], ['їжак Ґанок ўсё', 'їжак ґанок ўсе'], ['Άλφα λόγος', 'αλφα λογοσ'], ['con\u00adtract\u200b', 'contract'], ['ＡＢＣ　１２３', 'abc 123'],
  ['№ 5', '№ 5'], ['a\u00a0 \n\tb', 'a b'], ['İstanbul ISTANBUL', 'istanbul istanbul'],
])('%j is looked for as %j', (text, folded) => expect(foldForSearch(text)).toBe(folded))

test('what was folded stays as it is, however often', () => {
  fc.assert(fc.property(texts, (text) => expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text))), { numRuns: 2_000 })
})

test('a text is the same composed and taken apart', () => {
  fc.assert(fc.property(texts, (text) => expect(foldForSearch(text.normalize('NFD'))).toBe(foldForSearch(text.normalize('NFC')))), { numRuns: 2_000 })
})

test('an odd letter beside it changes nothing of a usual text', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'abZяЁй09 .,-«»„“”’–—…•№\n\t\u00a0+#'.split('')), maxLength: 40 }), (text) =>
    expect(foldForSearch(`${text}|é`)).toBe(`${foldForSearch(`${text}|`)}e`)), { numRuns: 2_000 })
})
