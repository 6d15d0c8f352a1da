import type { Direction } from '../domain/codes'
import type { MailAddress, MessageSnapshot } from '../domain/message'
import { type AddressKeys, addressLimits, parseAddress } from './address'
import { withoutTag } from './mailbox-key'
import { isNoReply } from './no-reply'

/** Our organisation: the addresses and aliases of its managers, and its domains (each with its sub-domains). Canonical keys. */
export interface OwnSide { addressKeys: ReadonlySet<string>; domainKeys: ReadonlySet<string> }
/** Somebody in the headers. `keys` is null when the address is empty or can't be read. */
export interface Party { name: string; address: string; keys: AddressKeys | null; own: boolean }
/** A party whose address is known and not ours. */
export interface Outsider extends Party { keys: AddressKeys; own: false }

export interface OtherSide {
  direction: Direction
  /** Whom the message is about, in the order in which they count. */
  main: Outsider[]
  /** Further outsiders in To and Cc: offered, never decisive. */
  others: Outsider[]
  internalOnly: boolean
  /** Everybody in From, Reply-To, To and Cc, each once. */
  participants: Party[]
  /** How many entries of the headers were left unread because of the limit. */
  unread: number
  sender: Party | null
}

/** So many different addresses of one message are looked at; `unread` tells of the rest. */
export const participantsMax = 500

export function otherSide(message: Pick<MessageSnapshot, 'from' | 'replyTo' | 'to' | 'cc'>, own: OwnSide): OtherSide {
  const crowd = createCrowd(own)
  const [sender = null] = crowd.join([message.from])
  const replyTo = crowd.join(message.replyTo).filter(isOutsider)
  const written = [...crowd.join(message.to), ...crowd.join(message.cc)]
  const recipients = onlyOnce(written.filter(isOutsider))
  const { direction, main } = decide({ sender, replyTo, recipients, own })
  const participants = crowd.everybody()
  return {
    direction, main, others: recipients.filter((party) => !main.includes(party) && party !== sender), participants, unread: crowd.unread(), sender,
    internalOnly: sender !== null && sender.own && participants.every((party) => party.own),
  }
}

interface Facts { sender: Party | null; replyTo: Outsider[]; recipients: Outsider[]; own: OwnSide }

/** Product rule 2.1.2. */
function decide({ sender, replyTo, recipients, own }: Facts): Pick<OtherSide, 'direction' | 'main'> {
  const answerTo = replyTo.slice(0, 1)
  if (sender?.own) {
    // A manager who writes to clients and has the answers sent elsewhere is no site form.
    const aManagerWrites = sender.keys !== null && isManagers(sender.keys, own) && recipients.length > 0
    return answerTo.length > 0 && !aManagerWrites ? { direction: 'incoming', main: answerTo } : { direction: 'outgoing', main: recipients }
  }
  if (!sender || !isOutsider(sender)) return { direction: 'incoming', main: [] }
  return { direction: 'incoming', main: isNoReply(sender.keys.addressKey) && answerTo.length > 0 ? answerTo : [sender] }
}

/** One party for each address, whatever header it stands in, so that parties can be compared by identity. */
function createCrowd(own: OwnSide) {
  const parties = new Map<string, Party>()
  let unread = 0
  const join = (entries: readonly MailAddress[]): Party[] => {
    const joined: Party[] = []
    for (const { name, address } of entries) {
      const written = `${address.slice(0, addressLimits.raw)}\n${name.slice(0, addressLimits.raw)}`
      if (written.trim() === '') continue
      if (parties.size >= participantsMax) {
        unread++
        continue
      }
      const keys = parseAddress(address)
      const id = keys?.addressKey ?? `unreadable ${written}`
      const known = parties.get(id)
      const party = known ?? { name, address, keys, own: keys !== null && isOwn(keys, own) }
      if (!known) parties.set(id, party)
      else if (known.name === '') known.name = name
      joined.push(party)
    }
    return joined
  }
  return { join, everybody: () => [...parties.values()], unread: () => unread }
}

function isOutsider(party: Party): party is Outsider {
  return !party.own && party.keys !== null
}

function isManagers({ addressKey, hostKey }: AddressKeys, { addressKeys }: OwnSide): boolean {
  return addressKeys.has(addressKey) || addressKeys.has(`${withoutTag(addressKey.slice(0, -hostKey.length - 1))}@${hostKey}`)
}

function isOwn(keys: AddressKeys, own: OwnSide): boolean {
  if (isManagers(keys, own) || own.domainKeys.has(keys.domainKey)) return true
  for (let host = keys.hostKey; host !== ''; host = host.slice(host.indexOf('.') + 1)) {
    if (own.domainKeys.has(host)) return true
    if (!host.includes('.')) return false
  }
  return false
}

const onlyOnce = (parties: Outsider[]): Outsider[] => [...new Set(parties)]
