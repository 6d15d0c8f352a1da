type Draft = Readonly<Record<string, unknown>>
const differ = (one: unknown, other: unknown) => JSON.stringify(one ?? null) !== JSON.stringify(other ?? null)

/** What stands otherwise in the one than in the other: only that is sent, so that what somebody else wrote elsewhere in the record stays. */
export function changesOf<T extends Draft>(draft: T, base: T): Partial<T> {
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => differ(value, base[key]))) as Partial<T>
}
