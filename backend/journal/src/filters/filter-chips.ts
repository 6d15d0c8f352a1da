import type { Locale } from '@counterpane/shared/domain/codes'
import { filterTexts, shortList } from '@counterpane/shared/text/filters-journal'
import { journalTexts } from '@counterpane/shared/text/journal-texts'
import { words } from '@counterpane/shared/text/words'
import { periodTitle } from '../view/period'
import { defaultView, forgottenFlags, idFilters, yesOrNo, type JournalView, type ViewChange } from '../view/view-fields'
import type { NameOf } from './filter-names'

/** One active filter in words, and what the view is without it. */
export interface FilterChip { key: string; words: string; without: ViewChange }
interface Speaking { locale: Locale; nameOf: NameOf; now: Date }

/** Everything that narrows the list, period and order left out, one chip for each filter. */
export function filterChips(view: JournalView, { locale, nameOf, now }: Speaking): FilterChip[] {
  const text = filterTexts[locale]
  const chips: FilterChip[] = []
  const add = (key: string, said: string, names: readonly (keyof JournalView)[]) =>
    chips.push({ key, words: said, without: Object.fromEntries(names.map((name) => [name, defaultView[name]])) as ViewChange })
  const list = (name: 'method' | 'direction' | 'status' | 'state' | 'priority' | 'source', values: readonly string[]) => {
    if (values.length > 0) add(name, `${text.name[name]}: ${shortList(values, text.andMore)}`, [name])
  }
  for (const flag of forgottenFlags) if (view[flag]) add(flag, text.strip[flag], [flag])
  for (const name of idFilters) if (view[name].length > 0) add(name, `${text.name[name]}: ${shortList(view[name].map((id) => nameOf(name, id)), text.andMore)}`, [name])
  const say = words[locale]
  list('method', view.method.map((value) => say.method[value]))
  list('direction', view.direction.map((value) => say.direction[value]))
  if (!view.overdue && !view.noOutcome) list('status', view.status.map((value) => say.status[value]))
  list('state', view.state.map((value) => say.state[value]))
  list('priority', view.priority.map((value) => say.priority[value]))
  list('source', view.source.map((value) => journalTexts[locale].contact.source[value]))
  for (const name of ['q', 'subject', 'result'] as const) if (view[name].trim()) add(name, `${text.name[name]}: ${view[name].trim()}`, [name])
  if (view.minutesFrom || view.minutesTo) add('minutes', text.minutesRange(view.minutesFrom, view.minutesTo), ['minutesFrom', 'minutesTo'])
  for (const [key, from, to] of [['created', 'createdFrom', 'createdTo'], ['updated', 'updatedFrom', 'updatedTo']] as const) {
    if (view[from] || view[to]) add(key, `${text.name[key]}: ${periodTitle({ period: 'range', at: '', from: view[from], to: view[to] }, locale, journalTexts[locale].period, now)}`, [from, to])
  }
  for (const name of yesOrNo) if (view[name] !== null) add(name, (view[name] ? text.yes : text.no)[name], [name])
  return chips
}

/** Which of them only the drawer shows. */
const onBar: readonly string[] = ['counterpartyId', 'managerId', 'method', 'direction', 'status', 'state', 'q', ...forgottenFlags]
export const inDrawer = (chips: readonly FilterChip[]) => chips.filter(({ key }) => !onBar.includes(key)).length
