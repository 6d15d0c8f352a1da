import { randomInt } from 'node:crypto'
import { sha256 } from '../../platform/crypto/digest'

/** Capital letters that nobody takes for another letter or digit, read out or printed. 21 of them 20 times over are 87 bits. */
const letters = 'ABCDEFGHJKMNPQRSTWXYZ'
const [groups, perGroup] = [4, 5]
/** A Russian keyboard has the same signs elsewhere. */
const twins: Record<string, string> = { А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', Р: 'P', Т: 'T', Х: 'X', У: 'Y' }

const someLetters = () => Array.from({ length: perGroup }, () => letters[randomInt(letters.length)]).join('')
export const newInvitationCode = (): string => Array.from({ length: groups }, someLetters).join('-')

/** What is kept of a code. Case, spaces and dashes are how a person writes it, not what it says. */
export function invitationHash(written: string): string {
  const signs = [...written.normalize('NFKC').toUpperCase()].map((sign) => twins[sign] ?? sign)
  return sha256(`invitation ${signs.filter((sign) => letters.includes(sign)).join('')}`)
}
