import { periods, readLocal } from './period'
import { codeFilters, dateFilters, defaultView, forgottenFlags, idFilters, knownGroupings, knownSorts, minuteFilters, wordFilters, yesOrNo, type JournalView } from './view-fields'

const longestWords = 500
const longestId = 64
const idsAtMost = 200
const codeNames = Object.keys(codeFilters) as (keyof typeof codeFilters)[]
const isSort = (text: string) => knownSorts.some((sort) => text === sort || text === `-${sort}`)
const isDate = (text: string) => readLocal(text) !== null
const isMinutes = (text: string) => /^\d{1,6}$/.test(text)
const isFlag = (text: string) => text === 'true' || text === 'false'

/** Reads a view from the part of the address after `?`. What it does not know it leaves out; `unknown` names it, as the address has it. */
export function readAddress(search: string): { view: JournalView; unknown: string[] } {
  const params = new URLSearchParams(search)
  const names = new Set<string>()
  const unknown: string[] = []
  const fits = (name: string, isGood: (text: string) => boolean, atMost = 1): string[] => {
    names.add(name)
    const values = [...new Set(params.getAll(name))].filter((text) => text !== '')
    const good = values.filter(isGood)
    for (const bad of values.filter((text) => !isGood(text))) unknown.push(`${name}=${bad}`)
    return good.slice(0, atMost)
  }
  const one = (name: string, isGood: (text: string) => boolean) => fits(name, isGood)[0] ?? ''
  const among = <T extends string | number>(name: string, list: readonly T[]): T[] => {
    const chosen = fits(name, (text) => list.some((known) => String(known) === text), list.length)
    return list.filter((known) => chosen.includes(String(known)))
  }
  const entries = <K extends string, V>(keys: readonly K[], read: (key: K) => V) => Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<K, V>
  const yes = (name: string) => one(name, isFlag) === 'true'
  const maybe = (name: string) => ({ true: true, false: false })[one(name, isFlag)] ?? null
  // All of a closed pair or triple is the same as no choice, and has one address only.
  const anyOf = <T extends string | number>(name: string, list: readonly T[]) => {
    const chosen = among(name, list)
    return chosen.length === list.length ? [] : chosen
  }
  const text = (name: string) => { names.add(name); return (params.get(name) ?? '').slice(0, longestWords) }
  const view = {
    period: among('period', periods)[0] ?? defaultView.period, ...entries(['at', 'from', 'to'], (name) => one(name, isDate)),
    ...entries(idFilters, (name) => fits(name, (id) => id.length <= longestId, idsAtMost)),
    ...(entries(codeNames, (name) => anyOf<string | number>(name, codeFilters[name])) as Pick<JournalView, keyof typeof codeFilters>),
    ...entries(wordFilters, text), ...entries(minuteFilters, (name) => one(name, isMinutes)), ...entries(dateFilters, (name) => one(name, isDate)),
    ...entries(forgottenFlags, yes), ...entries(yesOrNo, maybe),
    sort: one('sort', isSort) || defaultView.sort,
    // Their order counts: by the first, and within it by the second.
    group: fits('group', (name) => knownGroupings.some((known) => known === name), 2) as JournalView['group'],
  }
  for (const name of params.keys()) if (!names.has(name)) unknown.push(name)
  return { view, unknown: [...new Set(unknown)] }
}
export const readView = (search: string): JournalView => readAddress(search).view

const written = [...idFilters, ...codeNames, ...forgottenFlags, ...yesOrNo, ...wordFilters, ...minuteFilters, ...dateFilters, 'group'] as const

/** The view as the part of the address after `?`. The period is always there, so that a bare address can mean "as I left it". */
export function writeView(view: JournalView): string {
  const params = new URLSearchParams()
  const put = (name: keyof JournalView, isMeant = (value: unknown) => value !== '' && value !== null) => {
    const value = view[name]
    for (const one of Array.isArray(value) ? value as readonly unknown[] : [value]) if (isMeant(one)) params.append(name, String(one))
  }
  put('period')
  if (view.period === 'range') (['from', 'to'] as const).forEach((name) => put(name))
  else put('at')
  for (const name of written) put(name, (forgottenFlags as readonly string[]).includes(name) ? (value) => value === true : undefined)
  if (view.sort !== defaultView.sort) put('sort')
  return params.toString()
}
