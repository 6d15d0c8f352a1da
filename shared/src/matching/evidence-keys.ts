import { claimedAddresses, claimedNames, pretendedAddress } from './display-name'
import { domainsAbove } from './domain-key'
import { isFreeMail } from './free-mail'
import { domainForms, skeletonOf } from './look-alike'
import type { OtherSide } from './other-side'

/** What to ask the client base for every message: address keys, and what a never-register list may hold. */
export interface EvidenceKeys { main: string[]; others: string[]; domainKeys: string[] }
/** What to ask when nothing exact was found. Empty lists need no question. */
export interface HintKeys {
  mailboxKeys: string[]
  /** Registrable domains; free mail is left out. */
  domainKeys: string[]
  /** Of the suspect's domain: `ClientDomainForm.form` and `ClientDomain.skeleton`. */
  forms: string[]
  skeleton: string | null
  nameKeys: string[]
  addressKeysInName: string[]
}

/** Suggestions are looked for among so many of the main parties; nobody reads the guesses about a mass mailing. */
export const hintPartiesMax = 50

export function evidenceKeys(side: Pick<OtherSide, 'main' | 'others'>): EvidenceKeys {
  const everybody = [...side.main, ...side.others]
  return {
    main: side.main.map((party) => party.keys.addressKey), others: side.others.map((party) => party.keys.addressKey),
    domainKeys: [...new Set(everybody.flatMap(({ keys }) => domainsAbove(keys)))],
  }
}

/** Whoever may pretend to be a client: the main sender, or the sender that can't be read. Nobody in what we write ourselves. */
export function suspectOf(side: Pick<OtherSide, 'direction' | 'main' | 'sender'>) {
  if (side.direction !== 'incoming') return null
  const party = side.main[0] ?? (side.sender?.own ? null : side.sender)
  if (!party) return null
  const keys = party.keys ?? pretendedAddress(party.address)
  return { name: party.name, address: party.address, keys, disguised: party.keys === null && keys !== null }
}

export function hintKeys(side: Pick<OtherSide, 'direction' | 'main' | 'sender'>): HintKeys {
  const asked = side.main.slice(0, hintPartiesMax)
  const suspect = suspectOf(side)
  const domainKey = suspect?.keys && !isFreeMail(suspect.keys.domainKey) ? suspect.keys.domainKey : null
  return {
    mailboxKeys: unique(asked.map((party) => party.keys.mailboxKey)),
    domainKeys: unique(asked.map((party) => party.keys.domainKey).filter((key) => !isFreeMail(key))),
    forms: domainKey ? domainForms(domainKey) : [], skeleton: domainKey && skeletonOf(domainKey),
    nameKeys: suspect ? claimedNames(suspect.name) : [],
    addressKeysInName: suspect ? unique(claimedAddresses(suspect.name).map((keys) => keys.addressKey).filter((key) => key !== suspect.keys?.addressKey)) : [],
  }
}

const unique = (keys: string[]): string[] => [...new Set(keys)]
