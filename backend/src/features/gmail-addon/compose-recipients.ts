import { recipientsOnCard, type ComposeRecipient, type ComposeView } from '@counterpane/addin-gmail/cards/compose-card'
import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import type { MailAddress, MessageSnapshot } from '@counterpane/shared/domain/message'
import { parseAddressList } from '@counterpane/shared/matching/address-list'
import { participantsMax } from '@counterpane/shared/matching/other-side'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { GmailEvent } from './gmail-event'
import type { Visit } from './gmail-visit'

/** So many unknown recipients of one letter are looked at for disguise; nobody reads the warnings about a mass mailing. */
const suspectsMax = 10
/** So many of one letter are looked at, the writer among them; whoever comes after them is asked about separately, so that everybody is counted. */
const askedAtOnce = participantsMax - 1
/** More than Gmail sends a letter to. Those behind are counted as outsiders. */
const lookedAtMax = 5 * askedAtOnce
const keyOf = ({ address }: { address: string }) => address.toLowerCase()
const onlyOnce = <One extends { address: string }>(list: readonly One[]): One[] => [...new Map(list.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()
type Needs = Pick<GmailAddonNeeds, 'askSidebar' | 'getMe'>

/** Gmail's three fields as far as they hold addresses; blind copies are read by people too. */
export function recipientsOf({ gmail }: GmailEvent): { to: MailAddress[]; cc: MailAddress[] } {
  const read = (list: readonly string[] | undefined) => (list ?? []).flatMap(parseAddressList).map(({ name, address }) => ({ name, address }))
  return { to: read(gmail.toRecipients), cc: [...read(gmail.ccRecipients), ...read(gmail.bccRecipients)] }
}

/** Who the recipients are: one question for all of them where one takes them in, then one for each of the first outsiders, since each has a standing of their own with us. */
export async function readComposing(needs: Needs, visit: Visit): Promise<ComposeView> {
  const { to, cc } = recipientsOf(visit.event)
  if (to.length + cc.length === 0) return { recipients: [], outsiders: 0, inside: false, dangers: [] }
  const { name, email } = await needs.getMe(visit.caller)
  const me = { name, address: email }
  const ask = (letter: Pick<MessageSnapshot, 'from' | 'to' | 'cc'>) => Promise.resolve(needs.askSidebar(visit.caller, {
    messageId: null, conversationId: null, subject: '', sentAt: visit.context.now.toISOString(), receivedAt: null, replyTo: [], ...letter,
  }, visit.context.locale))

  const addressed = onlyOnce([...to, ...cc])
  const direct = new Set(to)
  const asked: Sidebar[] = []
  for (let at = 0; at < Math.min(addressed.length, lookedAtMax); at += askedAtOnce) {
    const part = addressed.slice(at, at + askedAtOnce)
    asked.push(await ask({ from: me, to: part.filter((one) => direct.has(one)), cc: part.filter((one) => !direct.has(one)) }))
  }
  const all = asked[0]!
  const known = new Set(addressed.map(keyOf))
  const outsiders = onlyOnce(asked.flatMap(({ participants }) => participants).filter((one) => one.kind !== 'internal' && one.address !== '' && known.has(keyOf(one))))
  const shown = outsiders.slice(0, recipientsOnCard)
  const recipients: ComposeRecipient[] = []
  for (const one of shown) recipients.push({ name: one.name, address: one.address, about: outsiders.length === 1 && asked.length === 1 ? all : await ask({ from: me, to: [one], cc: [] }) })
  return { recipients, outsiders: outsiders.length + Math.max(0, addressed.length - lookedAtMax), inside: outsiders.length === 0, dangers: await dangersOf(outsiders, all, (from) => ask({ from, to: [me], cc: [] })) }
}

/** Somebody pretending to be a client is looked for among the unknown ones by asking as if they had written to us, since warnings are about those who write. */
async function dangersOf(outsiders: Sidebar['participants'], all: Sidebar, askOf: (from: MailAddress) => Promise<Sidebar>): Promise<ComposeView['dangers']> {
  const found = all.match.warnings.map(({ text }) => ({ text, address: '' }))
  for (const { name, address } of outsiders.filter(({ kind }) => kind === 'none').slice(0, suspectsMax)) {
    const { match } = await askOf({ name, address })
    found.push(...match.warnings.map(({ text }) => ({ text, address })))
  }
  return found
}
