import { getDomain } from 'tldts'
import { toASCII, toUnicode } from 'tr46'

export interface DomainKeys {
  /** The whole domain, IDNA ASCII, lower case. */
  hostKey: string
  /** The registrable part of it: what a company buys. */
  domainKey: string
}

const hostMax = 253
const rememberedMax = 1_000
/** But for joiners, which some scripts need and IDNA judges by their neighbours. */
const mappedAway = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u
const labelMax = 63
const asciiHost = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/
const addressLiteral = /^\[(?:ipv6:)?[0-9a-f:.]{2,45}\]$/
const idna = { checkJoiners: true, transitionalProcessing: false }

/** The canonical form of a domain as it stands in an address, or null when it is none. */
export const hostKeyOf = remembered((domain: string): string | null => {
  const written = domain.toLowerCase().normalize('NFC').replace(/\.$/, '')
  if (addressLiteral.test(written)) return written
  const host = asciiHost.test(written) && !written.includes('xn--') ? written : internationalHost(written)
  if (host === null || host.length > hostMax || host.split('.').some((label) => label.length > labelMax)) return null
  return host
})

/**
 * IDNA maps full-width letters, soft hyphens and zero-width spaces away. A mail server writes none of these, a forger does, to be taken for
 * the real domain: so the domain has to be its own mapped form but for case (which is gone already).
 */
function internationalHost(written: string): string | null {
  if (written === '' || written.length > hostMax || mappedAway.test(written) || written.normalize('NFKC') !== written) return null
  const ascii = toASCII(written, idna)
  return ascii !== null && asciiHost.test(ascii) && ascii.split('.').length === written.split('.').length ? ascii : null
}

/**
 * By the public suffix list with its private part, so that firma.spb.ru and acme.github.io are their own. A suffix that is not listed (.example, .local)
 * counts as one; what has no registrable part (localhost, an IP address) stands for itself.
 */
export const domainKeyOf = remembered((hostKey: string): string => {
  if (hostKey.startsWith('[')) return hostKey
  return getDomain(hostKey, { allowPrivateDomains: true, extractHostname: false, validateHostname: false, detectIp: true }) ?? hostKey
})

/** The host and every domain above it up to the registrable one: what is said of any of these holds for it. */
export function domainsAbove({ hostKey, domainKey }: DomainKeys): string[] {
  const found = [hostKey]
  for (let host = hostKey; host !== domainKey && host.endsWith(`.${domainKey}`);) found.push(host = host.slice(host.indexOf('.') + 1))
  return found.includes(domainKey) ? found : [...found, domainKey]
}

/** A domain as a person types it into a client's card: with @ or www. before, or as the address of a site. */
export function parseDomain(raw: string): DomainKeys | null {
  if (raw.length > 2_000) return null
  const host = raw.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*$/s, '').replace(/:\d{1,5}$/, '').replace(/^@/, '').replace(/^www\./i, '')
  const hostKey = hostKeyOf(host)
  return hostKey === null || hostKey.startsWith('[') ? null : { hostKey, domainKey: domainKeyOf(hostKey) }
}

/** A canonical domain in letters, as a person reads it. */
export const readableDomain = remembered((hostKey: string): string => (hostKey.includes('xn--') ? toUnicode(hostKey).domain : hostKey))

/** Domains repeat: colleagues of one firm write, and the same firms come back. Answers depend on the text alone, so they may be kept. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const value = read(text)
    if (known.size >= rememberedMax) known.clear()
    if (text.length <= hostMax) known.set(text, value)
    return value
  }
}
