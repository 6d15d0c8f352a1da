import { clientCardTexts } from '@counterpane/shared/text/client-cards'
import { calendarDate } from '@counterpane/shared/text/dates'
import type { CardContext } from '../card-context'
import { buttons, card, linkButton, pressButton, row, section } from '../card-parts'
import type { Card, Widget } from '../card-schema'
import { joined } from '../card-text'
import { openCallAction } from './call-card'
import { openClientAction } from './client-card'
import { peopleSection, reachSection, type ClientView } from './client-reach'
import { composeToAction } from './compose-card'
import { clip } from './contact-row'
import { standingWidgets } from './contact-widgets'
import { openHistoryAction } from './history-card'
import { openNoteAction } from './note-card'
import { openNewTaskAction } from './task-card'
import { openTasksAction } from './tasks-card'

/** A client or a person: what can be done, what stands between us, how to reach them, who else there is. */
export function oneClientCard(view: ClientView, context: CardContext): Card {
  const words = clientCardTexts[context.locale]
  const { person, client } = view
  return card({
    name: person ? 'person' : 'client', title: person?.name ?? client?.name ?? words.withoutClient,
    subtitle: person ? joined(person.position, client?.name ?? words.withoutClient) : joined(client?.class && words.classIs(client.class), client?.vip && words.vip),
    sections: [
      section(null, [...aboutWidgets(view, context), deedButtons(view, context)]),
      section(null, [...standingWidgets({ next: view.next, last: view.last, counterpartyId: client?.id, message: view.message }, context), waysButtons(view, context)]),
      reachSection(view, context), person ? null : peopleSection(view, context),
      client && section(null, [buttons(linkButton(words.inJournal, context.links.counterparty(client.id)))]),
    ],
  })
}

function aboutWidgets({ person, client, message }: ClientView, context: CardContext): Widget[] {
  const words = clientCardTexts[context.locale]
  const grade = client && joined(client.class && words.classIs(client.class), client.vip && words.vip)
  const about = client && !person ? joined(Object.hasOwn(words.kinds, client.kind) ? words.kinds[client.kind] : client.kind, client.industry, client.region) : ''
  return [
    ...(person && client ? [row({ top: words.client, text: clip(client.name), bottom: grade, icon: 'BOOKMARK', iconText: words.client, press: openClientAction.on(context, { counterpartyId: client.id, message }) })] : []),
    ...(client ? [row({ top: words.responsible, text: clip(client.manager?.name) || words.nobody })] : []),
    ...(about ? [row({ top: words.about, text: about })] : []),
    // A birthday has no zone: it is the same date everywhere.
    ...(person?.birthday ? [row({ top: words.birthday, text: calendarDate(`${person.birthday}T00:00:00Z`, { ...context, timeZone: 'UTC' }) })] : []),
  ]
}

function deedButtons({ person, client, message }: ClientView, context: CardContext): Widget {
  const words = clientCardTexts[context.locale]
  const ids = { counterpartyId: client?.id, message }
  return buttons(
    pressButton(words.logCall, openCallAction.on(context, { ...ids, personId: person?.id }), 'FILLED'),
    person && person.addresses.length > 0 && pressButton(words.email, composeToAction.on(context, { personId: person.id, message }), 'BORDERLESS'),
    pressButton(words.task, openNewTaskAction.on(context, ids), 'BORDERLESS'), pressButton(words.note, openNoteAction.on(context, ids), 'BORDERLESS'),
  )
}

function waysButtons({ person, client, openTasks: { count, more }, message }: ClientView, context: CardContext): Widget {
  const words = clientCardTexts[context.locale]
  const quiet = (label: string, action: Parameters<typeof pressButton>[1]) => pressButton(label, action, 'BORDERLESS')
  return buttons(
    quiet(words.allHistory, openHistoryAction.on(context, { ...(client ? { counterpartyId: client.id } : { personId: person?.id }), message })),
    person && client && quiet(words.personHistory, openHistoryAction.on(context, { personId: person.id, message })),
    client && count > 0 && quiet(words.openTasks(`${count}${more ? '+' : ''}`), openTasksAction.on(context, { counterpartyId: client.id, message })),
  )
}
