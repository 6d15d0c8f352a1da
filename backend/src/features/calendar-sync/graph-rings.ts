import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@counterpane/shared/errors/app-error'
import { sha256 } from '../../platform/crypto/digest'
import type { KnownBell } from './bells.repository'
import type { Ring } from './ring-marks'

/** More in one letter than any provider sends; the body's own limit is the other bound. */
const itemsAtOnce = 1_000
const tokenBytes = 10_000

/** Takes as long whatever differs: hashes of a secret that nobody could have guessed, compared to the end. */
export const isSecretOf = (secret: string, bell: Pick<KnownBell, 'secretHash'>) => timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(bell.secretHash.padEnd(64).slice(0, 64)))

/** The token by which Graph finds out whether we want to be rung at, byte for byte; null when the address has none. */
export function validationTokenOf(address: string): Buffer | null {
  const [, query = ''] = address.split(/\?(.*)/s)
  const given = query.split('&').filter((part) => /^validationToken(=|$)/i.test(part)).map((part) => part.slice('validationToken='.length))
  const [written] = given
  if (written === undefined) return null
  // Node gives addresses one character a byte; so does latin1.
  const token = Buffer.from(written.replace(/\+/g, ' ').replace(/%([0-9a-f]{2})/gi, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
  if (given.length > 1 || token.length === 0 || token.length > tokenBytes) throw new AppError('invalid-request', { detail: 'validationToken: is not one that could be given back' })
  return token
}

interface Item { subscriptionId: string; clientState: string; lifecycleEvent: string | null }

/** Of what rings only who rings is read: what it says of the calendar is found out by asking. */
function toItem(item: unknown): Item | null {
  if (typeof item !== 'object' || item === null) return null
  const { subscriptionId, clientState, lifecycleEvent } = item as Record<string, unknown>
  const named = typeof subscriptionId === 'string' && subscriptionId.length <= 200 && typeof clientState === 'string' && clientState.length <= 1_000
  return named ? { subscriptionId, clientState, lifecycleEvent: typeof lifecycleEvent === 'string' ? lifecycleEvent : null } : null
}

export interface HeardRings { rings: Ring[]; refused: number }

/** The items of a letter that are ours; unreadable, unknown and unproven ones are counted and left. A calendar that is marked already is not marked twice. */
export function hearGraph(body: unknown, named: (subscriptionId: string) => readonly KnownBell[]): HeardRings {
  const value: unknown = typeof body === 'object' && body !== null && 'value' in body ? body.value : null
  if (!Array.isArray(value)) throw new AppError('invalid-request', { detail: 'value: must be a list' })
  if (value.length > itemsAtOnce) throw new AppError('too-large', { detail: `At most ${itemsAtOnce} items` })
  const known = new Map<string, readonly KnownBell[]>()
  const rings: Ring[] = []
  let refused = 0
  for (const item of value.map(toItem)) {
    const bells = item === null ? [] : known.get(item.subscriptionId) ?? named(item.subscriptionId)
    if (item) known.set(item.subscriptionId, bells)
    const bell = item && bells.find((one) => isSecretOf(item.clientState, one))
    if (!item || !bell) refused++
    else if (item.lifecycleEvent === 'subscriptionRemoved') rings.push({ managerId: bell.managerId, gone: bell.id })
    else if (item.lifecycleEvent === 'reauthorizationRequired') rings.push({ managerId: bell.managerId, renew: bell.id })
    else if (bell.pending === 0) rings.push({ managerId: bell.managerId })
  }
  return { rings, refused }
}
