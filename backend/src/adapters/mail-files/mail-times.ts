/** Any date a message may carry, or null: no year before 1970 or after 2200 is believed. */
export function instantOf(text: string | undefined): string | null {
  const time = new Date(text?.trim().slice(0, 200) ?? '').getTime()
  return time >= 0 && time < Date.UTC(2200, 0) ? new Date(time).toISOString() : null
}

/** The topmost Received was written by the mailbox's own server when the message arrived; its time stands behind the last semicolon. */
export function deliveredAt(received: string | undefined): string | null {
  return received === undefined ? null : instantOf(received.slice(received.lastIndexOf(';') + 1))
}
