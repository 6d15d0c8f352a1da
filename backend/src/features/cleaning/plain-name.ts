import anyAscii from 'any-ascii'

/** A name as it is compared: in Latin letters, without its legal form, its words in order of the alphabet. `digits` tells numbered branches apart. */
export interface PlainName { key: string; compact: string; digits: string }

const legalForms = new Set([
  'ooo', 'oao', 'zao', 'pao', 'ao', 'nao', 'odo', 'ip', 'chp', 'tov', 'too', 'gup', 'mup', 'fgup', 'fgbu', 'ano', 'nko', 'up', 'chup', 'pboyul',
  'llc', 'ltd', 'limited', 'llp', 'lp', 'plc', 'inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ojsc', 'cjsc', 'pjsc', 'jsc',
  'gmbh', 'mbh', 'ag', 'kg', 'ohg', 'ug', 'sa', 'sas', 'srl', 'sarl', 'spa', 'bv', 'nv', 'oy', 'oyj', 'ab', 'aps', 'sro', 'doo', 'kft', 'pty', 'pte', 'sl', 'the', 'and', 'und',
])
const spelledOut = /общество с ограниченной ответственностью|(?:(?:открытое|закрытое|публичное|непубличное)\s+)?акционерное общество|индивидуальный предприниматель/g

/** Sounds that the two alphabets, and two secretaries, write differently; capitals stand for one sound meanwhile. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'S'], [/tch|ch/g, 'C'], [/zh/g, 'J'], [/ph/g, 'f'], [/ck/g, 'k'], [/x/g, 'ks'], [/qu/g, 'kv'], [/q/g, 'k'], [/w/g, 'v'], [/kh/g, 'h'], [/t[sz]/g, 's'], [/c(?=[eiy])/g, 's'], [/c/g, 'k'],
  [/[yj]/g, 'i'], [/(.)\1+/g, '$1'],
]

export function plainName(name: string): PlainName {
  const latin = anyAscii(name.slice(0, 200).toLowerCase().replaceAll('ё', 'е').replace(spelledOut, ' ').replaceAll('й', 'и')).toLowerCase().replace(/['"`’]/g, '')
  const words = latin.replace(/(?<![a-z0-9])(?:[a-z]\.){2,}[a-z]?(?![a-z0-9])/g, (letters) => letters.replaceAll('.', '')).split(/[^a-z0-9]+/).filter((word) => word !== '')
  const own = words.filter((word) => !legalForms.has(word))
  const heard = (own.length > 0 ? own : words).map(asHeard).sort()
  const key = heard.join(' ')
  return { key, compact: heard.join(''), digits: key.replace(/\D+/g, ' ').trim() }
}

const asHeard = (word: string) => sounds.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word)
