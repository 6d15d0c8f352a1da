/**
 * Characters that a reader takes for a Latin letter or a digit in a domain, after Unicode's confusables (UTS 39), kept to what IDNA lets
 * into a domain and to the scripts of our mail. Each line: the letter, then all that looks like it.
 */
const table = `
a аα⍺ɑᴀ
b ьҍƅɓƀвƃѣ
c сᴄς¢ƈҫȼ
d ԁɗđɖƌ
e еєҽɇ℮ҿəәꬲ
f ƒꬵքꞙẝᵮ
g ɡցǥɠᶃƍ
h һհħћɦꚕ
i іıɩɪιɨꙇᵻᵼ
j јϳɉ
k кκƙқҝĸ
l 1|ǀӏłƚɫɭו
m мᴍɱᵯ
n ոռηпŋɳƞᵰ
o 0оοօσ०๐۵øөѳɵᴏ〇ᴑꬽꬾꝋθ
p рρƿҏƥᵽ
q ԛգզʠ
r гᴦɍɽɼғᵲꭇꭈ
s ѕꜱʂƽᵴ
t тτŧƭᵵᴛ
u υսʋцᴜᵾꞟꭎꭒ
v νѵᴠט
w ԝѡɯшωաᴡѽꝡ
x хχҳ
y уγүყұʏɣƴɏᶌỿꭚ
z ᴢʐƶȥᵶ
2 ƻ
3 зʒȝӡɜ
4 ч
6 бϭ
8 ȣ
- ‐‒–—−
`
const looksLike = new Map(table.trim().split('\n').flatMap((line) => {
  const [letter = '', lookAlikes = ''] = line.split(' ')
  return [...lookAlikes].map((lookAlike) => [lookAlike, letter] as const)
}))
/** Pairs that run together into one letter. */
const pairs: [string, string][] = [['rn', 'm'], ['vv', 'w'], ['cl', 'd']]

/** Brings what looks alike to one form. The result is for comparing, not for reading; accents fall away, so that ü looks like u. */
export function skeletonOfText(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '')
  let skeleton = ''
  for (const char of bare) skeleton += looksLike.get(char) ?? char
  return pairs.reduce((whole, [pair, letter]) => whole.replaceAll(pair, letter), skeleton)
}
