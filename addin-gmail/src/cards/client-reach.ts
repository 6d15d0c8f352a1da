import type { Counterparty, Person } from '@counterpane/shared/contract/client'
import type { Contact } from '@counterpane/shared/contract/contact'
import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import type { CardContext } from '../card-context'
import { row, section, text } from '../card-parts'
import type { Section, Widget } from '../card-schema'
import { openClientAction } from './client-card'
import { clip, rowLimits } from './contact-row'
import { mailLink, phoneLink } from './reach-links'

export interface ClientView {
  /** With a person the card is the person's, and the client stands on it. */
  person: Person | null; client: Counterparty | null
  /** The client's people, not shown on a person's card. */
  people: readonly Person[]
  next: Contact | null; last: Contact | null; openTasks: { count: number; more: boolean }; message?: string
}
const clientLimits = { reach: 5, people: 10 } as const

/** Each number can be called and each address written to, as far as they are such. */
export function reachSection({ person, client }: ClientView, context: CardContext): Section {
  const words = clientCardTexts[context.locale]
  // Whom one reaches through the firm's own number is a person of it too.
  const phones = [...new Set([...(person?.phones ?? []), ...(client?.phones ?? [])])]
  const addresses = person?.addresses ?? client?.addresses ?? []
  const rows = (list: readonly string[], top: string, nobody: string, facts: (value: string) => Partial<Parameters<typeof row>[0]>): Widget[] => [
    ...list.slice(0, clientLimits.reach).map((value) => row({ text: clip(value), iconText: top, ...facts(value) })),
    ...(list.length === 0 ? [text(nobody)] : []), ...(list.length > clientLimits.reach ? [text(words.more(list.length - clientLimits.reach))] : []),
  ]
  return section(null, [
    ...rows(phones, words.phones, words.noPhones, (value) => ({ icon: 'PHONE', open: phoneLink(value) ?? undefined })),
    ...rows(addresses, words.emails, words.noAddresses, (value) => ({ icon: 'EMAIL', open: mailLink(value) ?? undefined })),
  ])
}

/** The client's people; who is not shown is counted. */
export function peopleSection({ people, message }: ClientView, context: CardContext): Section {
  const words = clientCardTexts[context.locale]
  const rows = people.slice(0, clientLimits.people).map(({ id, name, position }) =>
    row({ text: clip(name), bottom: clip(position, rowLimits.name), icon: 'PERSON', iconText: words.person, press: openClientAction.on(context, { personId: id, message }) }))
  const rest = people.length > rows.length ? [text(words.more(people.length - rows.length))] : []
  return section(words.people, rows.length > 0 ? [...rows, ...rest] : [text(words.noPeople)])
}
