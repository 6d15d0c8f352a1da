import { guessedClientName, guessedPersonName } from '@counterpane/addin-gmail/guessed-names'
import { personInputs, type PersonFormView } from '@counterpane/addin-gmail/cards/person-form-card'
import type { Match } from '@counterpane/shared/contract/sidebar'
import { AppError } from '@counterpane/shared/errors/app-error'
import { parseAddress } from '@counterpane/shared/matching/address'
import { contactDetailsIn } from '@counterpane/shared/text/contact-details'
import { textOfHtml } from '../../platform/text/html-text'
import { clientNamed, sameKey, typed } from './client-names'
import type { GmailAddonNeeds, NamedRef } from './gmail-addon.needs'
import { chosenInputs, textInput } from './gmail-event'
import type { Visit } from './gmail-visit'
import type { MessageDesk, SeenMessage } from './message-desk'

interface Asked { message: string; counterpartyId?: string; at?: string }
export interface Form { name: string; client: string; position: string; phones: string[] }
/** Somebody of the opened message who is to become known, with what was typed about them. `aside`: the message is another's already. */
export interface Newcomer { asked: Asked; seen: SeenMessage; name: string; address: string; match: Match; given: NamedRef | null; stays: boolean; aside: boolean; form: Form }

/** What the form says; lengths are the contract's. Several phones are divided by commas. */
const readForm = (visit: Visit): Form => ({
  name: typed(visit, personInputs.name), client: typed(visit, personInputs.client), position: typed(visit, personInputs.position),
  phones: textInput(visit.event, personInputs.phone).slice(0, 2_000).split(/[,;\n]+/).map((phone) => phone.trim().slice(0, 100)).filter((phone) => phone !== '').slice(0, 20),
})

export function createNewcomers(needs: GmailAddonNeeds, desk: MessageDesk) {
  /** The main other side, or the participant at a place, recognised as if they had written the message. */
  async function party(visit: Visit, seen: SeenMessage, at: string | undefined): Promise<Pick<Newcomer, 'name' | 'address' | 'match'>> {
    if (at === undefined) return { ...seen.sender, match: seen.sidebar.match }
    const one = /^\d{1,5}$/.test(at) ? seen.sidebar.participants[Number(at)] : undefined
    if (!one || one.kind === 'internal') throw new AppError('not-found')
    const { name, address } = one
    const { match } = await needs.askSidebar(visit.caller, { ...seen.snapshot, from: { name, address }, replyTo: [], to: [], cc: [] }, visit.context.locale)
    return { name, address, match }
  }

  return {
    async of(visit: Visit, asked: Asked): Promise<Newcomer> {
      const seen = await desk.again(visit, asked.message)
      const { name, address, match } = await party(visit, seen, asked.at)
      const given = asked.counterpartyId ? await needs.getCounterparty(visit.caller, asked.counterpartyId) : null
      const { registered, match: main } = seen.sidebar
      const aside = asked.at !== undefined && (registered !== null || main.kind === 'person' || main.kind === 'counterparty')
      return { asked, seen, name, address, match, given, stays: match.kind === 'counterparty', aside, form: readForm(visit) }
    },
    /** The form as it is to be drawn: what was typed, else what the email gives; and what a press would make of the client's name. */
    async viewOf(visit: Visit, newcomer: Newcomer, { signature, problem }: Pick<PersonFormView, 'signature' | 'problem'> = {}): Promise<PersonFormView> {
      const { asked: { message, at }, seen, match, given, form, address, stays, aside } = newcomer
      const sent = chosenInputs(visit.event, personInputs.name).length > 0 || chosenInputs(visit.event, personInputs.client).length > 0
      const warnings = [...new Set([...seen.sidebar.match.warnings, ...match.warnings].map((warning) => warning.text))]
      // A forger's domain is nobody's name: one press would make a client of it.
      const client = sent ? form.client : match.counterparty?.name ?? (warnings.length > 0 ? '' : guessedClientName(address))
      const found = typeof signature === 'object' ? signature : null
      return {
        message, at, address, counterparty: given, stays, aside, signature: signature ?? (isSender(newcomer) ? 'unread' : 'foreign'), problem,
        name: form.name || personName(newcomer), client, clientIs: given ? undefined : (await clientNamed(needs, visit, { name: client })) ? 'known' : 'new',
        position: form.position || found?.position, phone: form.phones.join(', ') || found?.phone, warnings,
      }
    },
    /** A signature speaks of the one who wrote. */
    async signatureOf(visit: Visit, newcomer: Newcomer): Promise<PersonFormView['signature']> {
      if (!isSender(newcomer)) return 'foreign'
      const { text, html } = await desk.readContent(visit, newcomer.asked.message)
      const { position, phones } = contactDetailsIn(text ?? textOfHtml(html ?? ''))
      return { position: position ?? '', phone: phones.join(', ') }
    },
  }
}

function isSender({ address, seen }: Newcomer): boolean {
  const keyOf = (text: string) => parseAddress(text)?.addressKey ?? text
  return address !== '' && keyOf(address) === keyOf(seen.snapshot.from.address)
}

/** A client's own address often bears the client's name, which is nobody's. */
function personName({ name, address, match, stays }: Newcomer): string {
  return stays && sameKey(match.counterparty?.name ?? '').includes(sameKey(name)) ? '' : guessedPersonName(name, address)
}
