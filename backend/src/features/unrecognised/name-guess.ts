import { readableDomain } from '@counterpane/shared/matching/domain-key'
import { isNoReply } from '@counterpane/shared/matching/no-reply'
import type { Sender } from './unrecognised.types'

const capital = (word: string) => { const [first = '', ...rest] = [...word]; return first.toUpperCase() + rest.join('') }
const letters = /^\p{L}{2,}$/u

/** "ivan.petrov@…" may be Ivan Petrov; "sales@…" is nobody. Empty: no name is seen. */
export function personNameOf(address: string): string {
  if (isNoReply(address)) return ''
  const words = address.slice(0, address.lastIndexOf('@')).replace(/\+.*$/, '').split(/[._-]/)
  return words.length === 2 && words.every((word) => letters.test(word)) ? words.map(capital).join(' ') : ''
}

/** What a new client may be called until somebody knows better: the domain's own word, or the person of the address. */
export function clientNameOf({ kind, value }: Sender): string {
  if (kind === 'address') return personNameOf(value) || value.slice(0, value.lastIndexOf('@'))
  const [word = value] = readableDomain(value).split('.')
  return word.split(/[-_]/).map(capital).join(' ')
}
