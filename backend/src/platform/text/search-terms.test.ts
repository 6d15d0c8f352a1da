import { foldForSearch } from '@counterpane/shared/text/search-fold'
import { askedTerms, termsOf } from './search-terms'

test('a text is kept as words, stems, pairs of unspaced writing and words with signs', () => {
  expect(termsOf('Müller, 東京開 C++ № 5').words.split(' ').sort()).toEqual(['5', 'c', 'c＋＋', 'muller', '№5', '京開', '東京', '開'].sort())
  expect(termsOf('ASP.NET and .NET, i@vector.example').marks.split(' ')).toEqual(['asp.net', '.net', 'i@vector.example'])
})

test('a question is taken apart as texts are', () => {
  const words = (question: string) => askedTerms(question)?.terms.map((term) => ('mark' in term ? `*${term.mark}*` : term.word))
  expect([words('東京開'), words('東'), words('C++'), words('.net'), words('№5'), words('№4471'), words('№4471-a'), words('Müller C#')]).toEqual(
    [['東京', '京開'], ['東'], ['c＋＋'], ['*.net*'], ['№5'], ['№4471', '*4471*'], ['№4471', '*4471-a*'], ['c＃', 'muller']])
})

test.each([['é'], ['ß'], ['\u0301'], ['e\u0301'], ['\u00ad'], ['№ '], ['東'], ['ﷺ'], ['я'], ['a'], ['a+'], ['++'], ['.a'], ['№№'], ['a#'], [' '], ['\n'], ['\u3000'], ['\u{e0001}'], ['а\u0301']])('5 MB of %j are folded and taken apart at once', (piece) => {
  const text = piece.repeat(Math.ceil(5_000_000 / piece.length))
  const before = process.cpuUsage()
  foldForSearch(text)
  termsOf(text)
  const used = process.cpuUsage(before)
  expect((used.user + used.system) / 1_000).toBeLessThan(8_000)
})
