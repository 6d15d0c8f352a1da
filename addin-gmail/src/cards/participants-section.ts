import type { Sidebar } from '@counterpane/shared/contract/sidebar'
import { nearDate } from '@counterpane/shared/text/dates'
import { registerCardTexts } from '@counterpane/shared/text/register-cards'
import { cardWords, type CardContext } from '../card-context'
import { folding, pressButton, row, section, text } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import { joined, plain } from '../card-text'
import { openClientAction } from './client-card'
import type { MessageView } from './message-view'
import { openPersonFormAction } from './person-form-card'
import { chooseAction } from './register-buttons'

type Participant = Sidebar['participants'][number]
/** What is left out of a long name stands on the card that the line opens. */
export const participantLimits = { shown: 4, most: 6, candidates: 4, name: 60 } as const
const short = (name: string | null | undefined) => plain(name, participantLimits.name)

export const outsidersOf = ({ participants }: Pick<Sidebar, 'participants'>): Participant[] => participants.filter(({ kind }) => kind !== 'internal')

/** Of whom we know more than an id: the one who was matched, and who else it may be. */
export function clientNameOf({ match }: Pick<Sidebar, 'match'>, { personId, counterpartyId }: Pick<Participant, 'personId' | 'counterpartyId'>): string | null {
  const known = [match, ...match.candidates]
  return (known.find(({ person, counterparty }) => (personId ? person?.id === personId : counterparty?.id === counterpartyId)) ?? known.find(({ counterparty }) => counterpartyId !== null && counterparty?.id === counterpartyId))?.counterparty?.name ?? null
}

/** A letter of ours is shown by whom it went to; that it is ours is said. From stands first. */
export function sentByWidgets({ sidebar: { participants, match } }: MessageView, context: CardContext): Widget[] {
  const [from] = participants
  if (from?.kind !== 'internal' || match.kind === 'internal') return []
  return [text(registerCardTexts[context.locale].conversation.sentBy(from.name || from.address))]
}

/** Everybody outside our house in this email, the main one first; one person alone stands above as the card. */
export function participantsSection(view: MessageView, context: CardContext, most: number = participantLimits.most): Section | null {
  const outsiders = outsidersOf(view.sidebar)
  if (outsiders.length < 2) return null
  const words = registerCardTexts[context.locale]
  const rows = outsiders.slice(0, most).map((one, at) => participantRow(one, at, view, context))
  const rest = outsiders.length - rows.length
  return folding(`${words.identify.inThisEmail}: ${outsiders.length}`, rest > 0 ? [...rows, text(words.andMore(rest))] : rows, participantLimits.shown)
}

function participantRow(one: Participant, at: number, { sidebar, message, sender }: MessageView, context: CardContext): Widget {
  const { identify } = registerCardTexts[context.locale]
  const { address, name, kind, personId, counterpartyId } = one
  const known = kind === 'person' || kind === 'counterparty'
  // The form is about the main one unless a place among all participants is named.
  const place = address === sender.address ? null : String(sidebar.participants.indexOf(one))
  const press = known ? openClientAction.on(context, { personId, counterpartyId, message }) : address === '' ? undefined : openPersonFormAction.on(context, { message, at: place })
  return row({
    text: short(name) || short(address) || cardWords(context).noName,
    bottom: joined(at === 0 && identify.mainOne, identify.participantKind[kind], known && short(clientNameOf(sidebar, one)), name !== '' && short(address)), ...(press && { press }),
  })
}

/**
 * The rest of several matches, the one in contact last first. Whoever stands further down in the list of this email's people is not offered twice; the
 * first of them is the address in question, and may be another one's too.
 */
export function candidatesSection({ sidebar, message }: MessageView, context: CardContext): Section | null {
  const words = cardWords(context)
  const here = new Set(outsidersOf(sidebar).slice(1).map(({ personId, counterpartyId }) => personId ?? counterpartyId))
  const rows = sidebar.match.candidates.filter(({ person, counterparty }) => !here.has(person?.id ?? counterparty?.id ?? null)).slice(0, participantLimits.candidates).map(({ person, counterparty, lastContactAt }) => row({
    text: short(person?.name ?? counterparty?.name) || words.noName,
    bottom: joined(person && short(counterparty?.name), lastContactAt && words.lastContactAt(nearDate(lastContactAt, context))),
    button: pressButton(words.choose, chooseAction.on(context, { message, personId: person?.id, counterpartyId: counterparty?.id }), 'BORDERLESS'),
  }))
  return rows.length > 0 ? section(registerCardTexts[context.locale].mayAlsoBe, rows) : null
}
