import { plain, textLimits } from '@counterpane/addin-gmail/card-text'
import { searchLimits } from '@counterpane/addin-gmail/cards/search-card'
import type { Found } from '@counterpane/shared/contract/client'
import { foldText } from '@counterpane/shared/text/fold'
import type { GmailAddonNeeds, NamedRef } from './gmail-addon.needs'
import { textInput } from './gmail-event'
import type { Visit } from './gmail-visit'

/** What a person typed into a field of one line, no longer than a search or a name may be. */
export const typed = ({ event }: Visit, field: string): string => textInput(event, field).slice(0, textLimits.input).replace(/\p{Surrogate}$/u, '').replace(/\s+/gu, ' ').trim()

const quotes = /["'«»„“”‘’`]/gu
const unquoted = (name: string) => name.replace(quotes, ' ')
/** Names are the same but for case, ё, runs of space and quotation marks: nobody types «» on a phone. */
export const sameKey = (name: string) => foldText(unquoted(plain(name, textLimits.input))).replace(/\s+/gu, ' ').trim()

/** The client of the base with this very name; of several the preferred one, else the first. Null when there is none. */
export async function clientNamed(needs: Pick<GmailAddonNeeds, 'findCounterparties' | 'search'>, visit: Visit, { name, preferred }: { name: string; preferred?: string | null }): Promise<NamedRef | null> {
  const key = sameKey(name)
  const query = unquoted(name).trim()
  if (key === '' || query === '') return null
  const listed = await needs.findCounterparties(visit.caller, query)
  // A full list may have left the very name out; the search puts it first.
  const others = listed.length < searchLimits.shown ? [] : (await needs.search(visit.caller, query)).filter(({ kind }) => kind === 'counterparty')
  const same = [...listed, ...others].filter((one) => sameKey(one.name) === key)
  const found = same.find(({ id }) => id === preferred) ?? same[0]
  return found ? { id: found.id, name: found.name } : null
}

/** Names that begin or go on as was typed, each once, the best first: what Gmail shows under a field. */
export async function suggestedNames(needs: Pick<GmailAddonNeeds, 'search'>, visit: Visit, { field, kinds }: { field: string; kinds: readonly Found['kind'][] }): Promise<string[]> {
  const query = typed(visit, field)
  if (query.length < searchLimits.least) return []
  const found = await needs.search(visit.caller, query)
  return [...new Set(found.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => plain(name, textLimits.input)))].filter((name) => name !== '')
}
