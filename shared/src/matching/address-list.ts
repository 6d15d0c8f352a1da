import { type AddressKeys, readMailbox } from './address'

/** One entry of an address header. `address` is as written and stays when it can't be read (`keys` null). */
export interface ListedAddress { name: string; address: string; keys: AddressKeys | null }

/** Limits of one header: the rest is not read. A message holds 10,000 recipients at most (see the contract). */
export const listLimits = { raw: 2_000_000, entries: 10_000 } as const

/** The addresses of a From, To or Cc header in their order; groups give their members. Encoded words stay as they are: names are decoded after, never before. */
export function parseAddressList(raw: string): ListedAddress[] {
  return splitList(raw.slice(0, listLimits.raw)).slice(0, listLimits.entries).map((entry) => {
    const mailbox = readMailbox(entry)
    return mailbox ? { name: mailbox.name, address: mailbox.keys.address, keys: mailbox.keys } : { name: '', address: entry, keys: null }
  })
}

const closing: Record<string, string> = { '"': '"', '(': ')', '<': '>' }

/** Cuts at commas and semicolons outside quotes, comments and angle brackets, in one walk; the parser's own is quadratic on long lists. */
function splitList(text: string): string[] {
  const entries: string[] = []
  let start = 0
  let awaited = ''
  let inGroup = false
  const close = (end: number) => {
    const entry = text.slice(start, end).trim()
    if (entry !== '') entries.push(entry)
    start = end + 1
    return false
  }
  for (let i = 0; i < text.length && entries.length < listLimits.entries; i++) {
    const char = text[i] ?? ''
    if (char === '\\' && awaited !== '' && awaited !== '>') i++
    else if (awaited !== '') awaited = char === awaited ? '' : awaited
    else if (char in closing) awaited = closing[char] ?? ''
    else if (char === ',') close(i)
    else if (char === ';') inGroup = close(i)
    else if (char === ':' && !inGroup && isGroupName(text.slice(start, i))) [start, inGroup] = [i + 1, true]
  }
  if (entries.length < listLimits.entries) close(text.length)
  return entries
}

/** "Team:" opens a group. `"Name" <a@x>:<b@y>` looks like one to some readers and not to others: it is left whole, and so unreadable, as a group in a group is. */
function isGroupName(before: string): boolean {
  return before.length < 1_000 && !/[<@]/.test(before)
}
