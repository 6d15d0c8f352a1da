/** Lets one holder through at a time, in the order of asking. */
export interface TurnQueue {
  /** Resolves when it is this caller's turn; the function given back ends the turn. */
  take(): Promise<() => void>
}

export function createTurnQueue(): TurnQueue {
  let last: Promise<void> = Promise.resolve()
  return {
    take() {
      let end!: () => void
      const mine = new Promise<void>((resolve) => { end = resolve })
      const turn = last.then(() => end)
      last = last.then(() => mine)
      return turn
    },
  }
}
