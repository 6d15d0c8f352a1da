import type { CardCases } from './card-cases'
import { calendarCases } from './calendar-cases'
import { clientsCases } from './clients-cases'
import { composeCases } from './compose-cases'
import { conversationCases } from './conversation-cases'
import { historyCases } from './history-cases'
import { homeCases } from './home-cases'
import { messageCases } from './message-cases'
import { plainCases } from './plain-cases'
import { settingsCases } from './settings-cases'
import { workCases } from './work-cases'

/** Every card in every state. A name that two rooms use is refused, or one of the two would go untested. */
export const allCases: CardCases = (word) => {
  const rooms = [messageCases, historyCases, homeCases, calendarCases, workCases, clientsCases, settingsCases, conversationCases, composeCases, plainCases].flatMap((cases) => Object.entries(cases(word)))
  const cases = Object.fromEntries(rooms)
  if (Object.keys(cases).length === rooms.length) return cases
  const twice = rooms.find(([name], at) => rooms.findIndex(([other]) => other === name) !== at)
  throw new Error(`two cards are called "${twice?.[0]}"`)
}
