const prefix = 'journal-draft:'
/** The browser gives a page a few megabytes; a long text is not worth the draft of everything else. */
const longest = 200_000

/** What was being filled in, kept in this window for when it was closed by accident. A browser that refuses to keep it loses the convenience alone. */
export function keepDraft(key: string, draft: object, at: Date): void {
  const kept = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, typeof value === 'string' && value.length > longest ? '' : (value as unknown)]))
  try { sessionStorage.setItem(prefix + key, JSON.stringify({ at: at.toISOString(), draft: kept })) } catch { /* full or refused */ }
}
export function dropDraft(key: string): void {
  try { sessionStorage.removeItem(prefix + key) } catch { /* refused: nothing was kept either */ }
}

/** The kept draft over `base`: only fields that `base` has, of the same kind of value. */
export function keptDraft<T extends object>(key: string, base: T): { at: Date; draft: T } | null {
  try {
    const stored = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') as { at?: unknown; draft?: Record<string, unknown> } | null
    if (!stored?.draft || typeof stored.at !== 'string') return null
    const fitting = Object.entries(stored.draft).filter(([name, value]) => Object.hasOwn(base, name) && isAlike(value, base[name as keyof T]))
    return { at: new Date(stored.at), draft: { ...base, ...Object.fromEntries(fitting) } }
  } catch { return null }
}
function isAlike(value: unknown, sample: unknown): boolean {
  if (Array.isArray(value) || Array.isArray(sample)) return Array.isArray(value) && Array.isArray(sample)
  return typeof value === typeof sample
}
