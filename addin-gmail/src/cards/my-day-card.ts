import type { MyDay } from '@counterpane/shared/contract/my-day'
import { calendarDate } from '@counterpane/shared/text/dates'
import { homeCardTexts } from '@counterpane/shared/text/home-cards'
import { statusText } from '@counterpane/shared/text/words'
import type { CardContext } from '../card-context'
import { buttons, card, linkButton, menuItem, pressButton, section, text } from '../card-parts'
import type { Card } from '../card-schema'
import { joined } from '../card-text'
import { clip, rowLimits } from './contact-row'
import { contactSection, outcomeSection, taskSection } from './day-sections'
import { homeAction } from './home-card'
import { openSearchAction } from './search-card'
import { waitingSection, type WaitingView } from './waiting-card'

export interface DayView { manager: string; day: MyDay; waiting: WaitingView }

/** What stands where no email is open: the manager's day, what is overdue first. */
export function homeCard({ manager, day, waiting }: DayView, context: CardContext): Card {
  const words = homeCardTexts[context.locale]
  const free = day.overdueTasks.total + day.todayTasks.total + day.plannedToday.total + day.withoutOutcome.total === 0
  return card({
    name: 'home', title: words.title, subtitle: joined(calendarDate(context.now.toISOString(), context), clip(manager, rowLimits.name)),
    menu: [menuItem(words.refresh, homeAction.on(context, {}))],
    sections: [
      section(null, [
        text(words.noEmail),
        buttons(pressButton(words.findClient, openSearchAction.on(context, {}))),
        ...(free ? [text(words.free), text(words.nothingToDo)] : []),
      ]),
      outcomeSection(day.withoutOutcome, context),
      taskSection(words.overdue, day.overdueTasks, context), taskSection(words.today, day.todayTasks, context),
      contactSection(words.plannedToday, day.plannedToday, (contact) => joined(clip(contact.counterparty?.name, rowLimits.name), contact.overdue && statusText(contact, context.locale)), context),
      waitingSection(waiting, context),
      contactSection(words.registeredToday, day.registeredToday, (contact) => joined(clip(contact.counterparty?.name, rowLimits.name), contact.registeredBy && words.by(clip(contact.registeredBy.name, rowLimits.name))), context)
        ?? section(null, [text(words.nothingRegistered)]),
      section(null, [buttons(pressButton(words.refresh, homeAction.on(context, {}), 'BORDERLESS'), linkButton(words.journal, context.links.journal))]),
    ],
  })
}
