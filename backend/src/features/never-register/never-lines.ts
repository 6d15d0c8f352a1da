import type { NeverProblem } from '@counterpane/shared/contract/trail'
import { parseAddress } from '@counterpane/shared/matching/address'
import { domainKeyOf, parseDomain } from '@counterpane/shared/matching/domain-key'
import { isFreeMail } from '@counterpane/shared/matching/free-mail'

export interface NeverValue { kind: 'address' | 'domain'; valueKey: string }
export interface OwnSide { hasAddress(addressKey: string): boolean; hasDomain(domainKey: string): boolean }
export interface ReadLines { values: NeverValue[]; problems: NeverProblem[] }

const problemsMost = 200

/** What people paste: an address or a domain a line, or several with commas between; each once, in the form by which it is compared. */
export function readNeverLines(text: string, own: OwnSide): ReadLines {
  const found = new Map<string, NeverValue>()
  const problems: NeverProblem[] = []
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    for (const piece of piecesOf(line)) {
      const read = readPiece(piece, own)
      if (typeof read === 'object') found.set(`${read.kind} ${read.valueKey}`, read)
      else if (problems.length < problemsMost) problems.push({ line: index + 1, text: piece.slice(0, 200), problem: read })
    }
  })
  return { values: [...found.values()], problems }
}

/** A display name may hold a comma: a line that is one address is not cut. */
function piecesOf(line: string): string[] {
  const whole = line.trim()
  if (whole === '' || whole.startsWith('#')) return []
  if (parseAddress(whole)) return [whole]
  return whole.split(/[,;\t]/).map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function readPiece(piece: string, own: OwnSide): NeverValue | NeverProblem['problem'] {
  const address = parseAddress(piece)
  if (address && !piece.startsWith('*@')) {
    return own.hasAddress(address.addressKey) || own.hasDomain(address.domainKey) ? 'own' : { kind: 'address', valueKey: address.addressKey }
  }
  const domain = parseDomain(piece.replace(/^\*[.@]/, ''))
  if (!domain || piece.includes(' ')) return 'unreadable'
  if (!domain.hostKey.includes('.')) return 'unreadable'
  if (own.hasDomain(domain.domainKey)) return 'own'
  if (isFreeMail(domain.hostKey)) return 'free-mail'
  if (isPublicSuffix(domain.hostKey)) return 'public-suffix'
  return { kind: 'domain', valueKey: domain.hostKey }
}

/** What stands below it is somebody's own each: blocking it would block everybody there. */
const isPublicSuffix = (hostKey: string) => domainKeyOf(hostKey) === hostKey && domainKeyOf(`x.${hostKey}`) !== hostKey
