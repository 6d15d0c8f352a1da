const place = 'counterpane.leftAlone'
const most = 200

/** Messages whose registration was undone here: they never register by themselves again. Where storage is forbidden this pane alone remembers. */
export function createLeftAlone(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
  const seen = new Set<string>()
  const read = () => { try { return JSON.parse(storage().getItem(place) ?? '[]') as string[] } catch { return [] } }
  return {
    has: (key: string) => seen.has(key) || read().includes(key),
    add(key: string) {
      seen.add(key)
      try { storage().setItem(place, JSON.stringify([...read().filter((one) => one !== key), key].slice(-most))) } catch { /* see above */ }
    },
  }
}
