import type { CommandEvent } from '../mailbox/office-commands'

/** Outlook gives a function five minutes, and shows that it is busy for all of them. */
const longestMs = 120_000

/** Runs a function of the ribbon and says "completed" once, however it ends and however long it takes. */
export function completedOnce(event: CommandEvent, work: () => Promise<void>): void {
  let said = false
  const complete = () => {
    if (said) return
    said = true
    clearTimeout(timer)
    event.completed()
  }
  const timer = setTimeout(complete, longestMs)
  Promise.resolve().then(work).then(complete, complete)
}
