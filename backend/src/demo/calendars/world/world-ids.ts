import { randomFor } from '../../../../prisma/seed/seed-random'
import type { MailboxKind, Slot } from './calendar-world.types'
import { dateOfSlot } from './world-series'
import { midnight } from './world-wall-time'

const exchangeUid = '040000008200E00074C5B7101A82E008'
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const base32hex = '0123456789abcdefghijklmnopqrstuv'

/** Ids as the vendors write them, the same ones for the same seed. */
export function createWorldIds(seed: number) {
  let made = 0
  const letters = (alphabet: string, length: number, stream: string, index: number) => {
    const random = randomFor(String(seed), stream, index)
    return Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('')
  }
  /** Counted up, so that some ids of Exchange differ in case only. */
  const counted = (count: number) => Array.from({ length: 4 }, (_, i) => base64[Math.floor(count / 64 ** (3 - i)) % 64]).join('')
  const store = letters(base64, 24, 'store', 0)

  return {
    appointment: () => `appointment-${(made += 1)}`,
    uid(kind: MailboxKind, at: number): string {
      const index = (made += 1)
      if (kind === 'google') return `${letters(base32hex, 26, 'uid', index)}@google.com`
      const fileTime = (BigInt(at) + 11_644_473_600_000n) * 10_000n
      const created = (fileTime.toString(16).padStart(16, '0').match(/../g) ?? []).reverse().join('').toUpperCase()
      return `${exchangeUid}00000000${created}0000000000000000${'10000000'}${letters('0123456789ABCDEF', 32, 'uid', index)}`
    },
    event(kind: MailboxKind): string {
      const index = (made += 1)
      return kind === 'google' ? letters(base32hex, 26, 'event', index) : `AAMkAD${store}BGAAAAAA${letters(base64, 32, 'folder', 0)}AAAU${counted(index)}AAA=`
    },
  }
}

/** The event id of an occurrence, from that of its series. */
export function occurrenceId(kind: MailboxKind, seriesId: string, slot: Slot): string {
  if (kind === 'google') return `${seriesId}_${typeof slot === 'string' ? slot.replaceAll('-', '') : new Date(slot).toISOString().replace(/[-:]|\.\d+/g, '')}`
  const at = typeof slot === 'string' ? midnight(slot) : slot
  const packed = Buffer.alloc(8)
  packed.writeBigInt64BE(BigInt(at))
  return seriesId.replace('BGAAAAAA', `FRAAgI${packed.toString('base64url')}AA`).replace(/AAA=$/, 'AAEA==')
}

/** The series' event id and the instant or date of the slot; null for what is no occurrence's id. */
export function readOccurrenceId(kind: MailboxKind, eventId: string): { seriesId: string; at: number; date: string | null } | null {
  if (kind === 'google') {
    const [, seriesId, date, time] = /^([0-9a-v]+)_(\d{8})(?:T(\d{6})Z)?$/.exec(eventId) ?? []
    if (seriesId === undefined || date === undefined) return null
    const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
    return { seriesId, at: Date.parse(time ? `${iso}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z` : `${iso}T00:00:00Z`), date: time ? null : iso }
  }
  const packed = /FRAAgI([\w-]{11})AA/.exec(eventId)?.[1]
  if (packed === undefined) return null
  const at = Number(Buffer.from(packed, 'base64url').readBigInt64BE())
  const seriesId = eventId.replace(/FRAAgI[\w-]{11}AA/, 'BGAAAAAA').replace(/AAEA==$/, 'AAA=')
  return { seriesId, at, date: Number.isSafeInteger(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString().slice(0, 10) : null }
}

/** Exchange writes the date of an occurrence into the uid that it made itself. */
export function uidOf(kind: MailboxKind, uid: string, slot: Slot | null, zone: string): string {
  if (kind === 'google' || slot === null || !uid.toUpperCase().startsWith(exchangeUid)) return uid
  const [year = 0, month = 0, date = 0] = dateOfSlot(slot, zone).split('-').map(Number)
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0').toUpperCase()
  return `${uid.slice(0, 32)}${hex(year, 4)}${hex(month, 2)}${hex(date, 2)}${uid.slice(40)}`
}
