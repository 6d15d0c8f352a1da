import { defaultView, readView, writeView, type JournalView } from './journal-view'
import { forgottenFlags } from './view-fields'

const key = 'counterpane.journal.view'

/** At each workplace the journal opens at today with the filters it was left with; the words that were searched for are not kept, nor is a look at what was forgotten. */
export function rememberedView(): JournalView {
  const kept = readView(readLocalText(key) ?? '')
  return { ...kept, period: defaultView.period, at: '', from: '', to: '', q: '', subject: '', result: '' }
}
export function rememberView(view: JournalView): void {
  if (forgottenFlags.some((flag) => view[flag])) return
  writeLocalText(key, writeView({ ...view, period: 'day', at: '', q: '', subject: '', result: '' }))
}

/** A browser may refuse storage; the journal then only forgets. */
export function readLocalText(name: string): string | null {
  try { return localStorage.getItem(name) } catch { return null }
}
export function writeLocalText(name: string, value: string): void {
  try { localStorage.setItem(name, value) } catch { /* nothing depends on it */ }
}
