/** The browser's stores; null where the frame may not even look at them (outlook-and-graph 7). */
export function browserStore(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try { return window[name] } catch { return null }
}

/** One window of this browser at a time; where locks are missing nobody is kept out. */
export const aloneIn = (name: string) => async (work: () => Promise<void>): Promise<void> => {
  if (!navigator.locks) return work()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => { if (lock) await work() }).catch((error: unknown) => {
    // A frame of another site may have the function and not the right to use it.
    if (error instanceof DOMException && error.name === 'SecurityError') return work()
    throw error
  })
}
