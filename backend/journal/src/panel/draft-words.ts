import { exactDate } from '@counterpane/shared/text/dates'
import { panelTexts } from '@counterpane/shared/text/panel-journal'
import { words } from '@counterpane/shared/text/words'
import { useSurroundings } from '../api/journal-context'
import type { Draft, DraftField, Named } from '../forms/contact-draft'
import { detailText } from '../forms/detail-values'
import { instantOf, isLocalTime } from '../forms/quick-dates'

const shownAtMost = 400
const short = (text: string) => (text.length > shownAtMost ? `${text.slice(0, shownAtMost)}…` : text)
const names = (list: readonly Named[]) => list.map(({ name }) => name).join(', ')

/** The name of a field and its value, as a person reads both. */
export function useDraftWords(): (field: DraftField) => { name: string; show: (draft: Draft) => string } {
  const { text, locale } = useSurroundings()
  const [say, panel, contact] = [words[locale], panelTexts[locale], text.contact]
  const answer = (value: boolean) => (value ? panel.yes : panel.no)
  const all: Record<DraftField, [string, (draft: Draft) => string]> = {
    when: [text.column.date, ({ when }) => (when.includes('T') && isLocalTime(when) ? exactDate(instantOf(when), { locale, now: new Date() }) : when)], minutes: [text.column.minutesLong, ({ minutes }) => minutes],
    method: [contact.method, ({ method }) => say.method[method]], direction: [contact.direction, ({ direction }) => say.direction[direction]], client: [contact.client, ({ client }) => client?.name ?? text.list.noClient], also: [contact.also, ({ also }) => names(also)],
    persons: [contact.persons, ({ persons }) => names(persons)], manager: [contact.manager, ({ manager }) => manager?.name ?? ''], firm: [contact.firm, ({ firm }) => firm?.name ?? ''], type: [contact.type, ({ type }) => type?.name ?? ''], priority: [contact.priority, ({ priority }) => say.priority[priority]],
    adSource: [contact.adSource, ({ adSource }) => adSource?.name ?? ''], state: [contact.state, ({ state }) => say.state[state]], subject: [contact.subject, ({ subject }) => short(subject)], content: [contact.content, ({ content }) => short(content)], result: [contact.result, ({ result }) => short(result)],
    comment: [contact.comment, ({ comment }) => short(comment)], details: [panel.part.details, ({ details }) => short(details.map((one) => `${one.name}: ${detailText(one, locale, panel)}`).join('\n'))], private: [panel.privateLabel, (draft) => answer(draft.private)],
    visibility: [panel.visibilityLabel, ({ visibility }) => panel.visibility[visibility]],
  }
  return (field) => ({ name: all[field][0], show: all[field][1] })
}
