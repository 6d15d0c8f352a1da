const prefix = 'journal-draft:'
/** Whose form it is: at one workplace several people work in one window after another. */
export interface DraftKey { managerId: string; form: string }
const nameOf = ({ managerId, form }: DraftKey) => `${ownerPrefix(managerId)}${form}`
const ownerPrefix = (managerId: string) => `${prefix}${encodeURIComponent(managerId)}:`
/** The browser gives a page a few megabytes; a long text is not worth the draft of everything else. */
const longest = 200_000

/** What was being filled in, kept in this window for when it was closed by accident. A browser that refuses to keep it loses the convenience alone. */
export function keepDraft(key: DraftKey, draft: object, at: Date): void {
  const kept = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, typeof value === 'string' && value.length > longest ? '' : (value as unknown)]))
  try { sessionStorage.setItem(nameOf(key), JSON.stringify({ at: at.toISOString(), draft: kept })) } catch { /* full or refused */ }
}
export function dropDraft(key: DraftKey): void {
  try { sessionStorage.removeItem(nameOf(key)) } catch { /* refused: nothing was kept either */ }
}
/** All of this window, but those of one manager. */
export function dropDrafts({ but }: { but?: string } = {}): void {
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '')
    for (const name of names) if (name.startsWith(prefix) && !(but !== undefined && name.startsWith(ownerPrefix(but)))) sessionStorage.removeItem(name)
  } catch { /* refused: nothing was kept either */ }
}

/** The kept draft over `base`: only fields that `base` has, of the same kind of value. */
export function keptDraft<T extends object>(key: DraftKey, base: T): { at: Date; draft: T } | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') as { at?: unknown; draft?: Record<string, unknown> } | null
    if (!stored?.draft || typeof stored.at !== 'string') return null
    const fitting = Object.entries(stored.draft).filter(([name, value]) => Object.hasOwn(base, name) && isAlike(value, base[name as keyof T]))
    return { at: new Date(stored.at), draft: { ...base, ...Object.fromEntries(fitting) } }
  } catch { return null }
}
function isAlike(value: unknown, sample: unknown): boolean {
  if (Array.isArray(value) || Array.isArray(sample)) return Array.isArray(value) && Array.isArray(sample)
  return typeof value === typeof sample
}
