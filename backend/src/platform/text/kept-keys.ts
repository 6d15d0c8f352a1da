import { parseAddress as readAddress } from '@counterpane/shared/matching/address'
import { nameKey as readName } from '@counterpane/shared/text/fold'

const most = 5_000
const longest = 320

/** Rows taken in by hundreds ask for the keys of one text again and again: to look it up, to compare it, to write it. The answer depends on the text alone. */
function kept<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size >= most) known.clear()
    if (text.length <= longest) known.set(text, value)
    return value
  }
}

export const parseAddress = kept(readAddress)
export const nameKey = kept(readName)
