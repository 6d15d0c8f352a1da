import { defaultView, readView, writeView, type JournalView } from './journal-view'

const key = 'counterpane.journal.view'

/** At each workplace the journal opens at today with the filters it was left with; the text that was searched for is not kept. */
export function rememberedView(): JournalView {
  const kept = readView(readLocalText(key) ?? '')
  return { ...kept, period: defaultView.period, at: '', from: '', to: '', q: '' }
}
export function rememberView(view: JournalView): void {
  writeLocalText(key, writeView({ ...view, period: 'day', at: '', q: '' }))
}

/** A browser may refuse storage; the journal then only forgets. */
export function readLocalText(name: string): string | null {
  try { return localStorage.getItem(name) } catch { return null }
}
export function writeLocalText(name: string, value: string): void {
  try { localStorage.setItem(name, value) } catch { /* nothing depends on it */ }
}
