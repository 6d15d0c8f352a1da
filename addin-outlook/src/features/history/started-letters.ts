import type { MailAddress } from '@counterpane/shared/domain/message'
import type { KeptOrder } from '../compose/send-order-keeping'

/** A letter begun from a contact: the order that makes it join the chain, until the window in which it is written takes it over. */
interface Started { owner: string; subject: string; to: string[]; at: number; order: KeptOrder }
type Place = Pick<Storage, 'getItem' | 'setItem'>
const place = 'counterpane.startedLetters'
const keptMs = 24 * 3_600_000
const most = 20

const addressesOf = (to: readonly MailAddress[]) => to.map(({ address }) => address.trim().toLowerCase()).filter((address) => address !== '').sort()

/** Kept in this browser, since the new letter's window is another pane. Where storage is forbidden the sent letter is still found by subject and recipients. */
export function createStartedLetters({ storage, owner, now }: { storage: Place | null; owner: () => string; now: () => Date }) {
  function read(): Started[] {
    try { return (JSON.parse(storage?.getItem(place) ?? '[]') as Started[]).filter(({ at }) => now().getTime() - at < keptMs) } catch { return [] }
  }
  function write(list: Started[]) {
    try { storage?.setItem(place, JSON.stringify(list.slice(-most))) } catch { /* see above */ }
  }
  return {
    remember(letter: { subject: string; to: readonly MailAddress[] }, order: KeptOrder) {
      write([...read(), { owner: owner(), subject: letter.subject, to: addressesOf(letter.to), at: now().getTime(), order }])
    },
    /** Gives the order of this very letter once: the same owner, subject and recipients. */
    take({ subject, to }: { subject: string; to: readonly MailAddress[] }): KeptOrder | null {
      const all = read()
      const wanted = JSON.stringify(addressesOf(to))
      const found = all.findLast((one) => one.owner === owner() && one.subject === subject && JSON.stringify(one.to) === wanted)
      if (found) write(all.filter((one) => one !== found))
      return found?.order ?? null
    },
  }
}
