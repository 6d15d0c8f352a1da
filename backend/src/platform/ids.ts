import { webcrypto } from 'node:crypto'
import { v7 } from 'uuid'
import { noteMade } from './visibility/sight'

// Randomness is asked for in handfuls: an import makes a million of these.
const pool = new Uint8Array(16 * 256)
let taken = pool.length
function random(): Uint8Array {
  if (taken === pool.length) { webcrypto.getRandomValues(pool); taken = 0 }
  return pool.subarray(taken, taken += 16)
}

let [msecs, seq] = [0, 0]
/** New ids grow with time, so that the newest rows of a table lie together; within a millisecond they are counted on. */
export function uuidv7(): string {
  const [now, bytes] = [Date.now(), random()]
  if (now > msecs) [msecs, seq] = [now, ((bytes[6]! & 0x7f) << 24) | (bytes[7]! << 16) | (bytes[8]! << 8) | bytes[9]!]
  else if ((seq = (seq + 1) >>> 0) === 0) msecs++
  const id = v7({ random: bytes, msecs, seq })
  noteMade(id)
  return id
}
