import { domainKeyOf, readableDomain } from '@counterpane/shared/matching/domain-key'
import { belongsToNobody } from '@counterpane/shared/matching/free-mail'
import type { Sender } from './unrecognised.types'

/** How an address may be spoken of: alone, by its host, and by the domain a firm has bought. */
export interface SenderKeys { addressKey: string; hostKey: string; domainKey: string; byDomain: boolean; usual: NamedSender }
export interface NamedSender extends Sender { id: string }

/** `addressKey` is canonical. What anybody can have an address at says nothing of a firm: there the address stands for itself. */
export function senderKeysOf(addressKey: string): SenderKeys {
  const hostKey = addressKey.slice(addressKey.lastIndexOf('@') + 1)
  const domainKey = domainKeyOf(hostKey)
  const byDomain = addressKey.includes('@') && hostKey.includes('.') && !hostKey.startsWith('[') && !belongsToNobody(domainKey) && !belongsToNobody(hostKey)
  return { addressKey, hostKey, domainKey, byDomain, usual: byDomain ? named('domain', domainKey) : named('address', addressKey) }
}
const named = (kind: Sender['kind'], value: string): NamedSender => ({ kind, value, id: `${kind}:${value}` })

export const senderId = ({ kind, value }: Sender) => `${kind}:${value}`

export function senderOfId(id: string): NamedSender {
  const at = id.indexOf(':')
  return named(id.slice(0, at) as Sender['kind'], id.slice(at + 1))
}

export function readableSender({ kind, value }: Sender): string {
  if (kind === 'domain') return readableDomain(value)
  const at = value.lastIndexOf('@') + 1
  return value.slice(0, at) + readableDomain(value.slice(at))
}
