import { defaultView, readView, writeView, type JournalView, type ViewChange } from './journal-view'
import { forgottenFlags } from './view-fields'

const key = 'counterpane.journal.view'

/** At each workplace the journal opens at today with the filters it was left with; the words that were searched for are not kept, nor is a look at what was forgotten. */
export function rememberedView(): JournalView {
  const kept = readView(readLocalText(key) ?? '')
  return { ...kept, period: defaultView.period, at: '', from: '', to: '', q: '', subject: '', result: '' }
}
/** `before`: what stood on screen until now. A look at what was forgotten has filters of its own; only what is chosen while it lasts counts as a choice. */
export function rememberView(view: JournalView, before: JournalView): void {
  const isLook = forgottenFlags.some((flag) => view[flag])
  if (isLook && forgottenFlags.some((flag) => view[flag] !== before[flag])) return
  const chosen = isLook ? { ...rememberedView(), ...difference(view, before) } : view
  writeLocalText(key, writeView({ ...chosen, period: 'day', at: '', q: '', subject: '', result: '' }))
}
const difference = (view: JournalView, before: JournalView): ViewChange =>
  Object.fromEntries(Object.entries(view).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof JournalView])))

/** A browser may refuse storage; the journal then only forgets. */
export function readLocalText(name: string): string | null {
  try { return localStorage.getItem(name) } catch { return null }
}
export function writeLocalText(name: string, value: string): void {
  try { localStorage.setItem(name, value) } catch { /* nothing depends on it */ }
}
