/** Remembers over a reload that this mailbox's manager signed out, so that the pane does not sign in again by itself. */
export function createSignedOutMark(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null, address: string) {
  const place = 'counterpane.signed-out'
  let out = read()
  function read() {
    try { return storage?.getItem(place) === address } catch { return false }
  }
  return {
    stands: () => out,
    set() {
      out = true
      try { storage?.setItem(place, address) } catch { /* a frame without storage forgets it with the window */ }
    },
    clear() {
      out = false
      try { storage?.removeItem(place) } catch { /* see set */ }
    },
  }
}
export type SignedOutMark = ReturnType<typeof createSignedOutMark>
