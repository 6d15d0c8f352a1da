import type { Request, Response } from 'express'
import type { CalendarOperation } from './demo-google-troubles'

interface Of { requests: number; inFlight: number; mostInFlight: number; operations: Map<CalendarOperation, number> }

/** What was asked of the stand-in, as far as it must stay within bounds. */
export function createGoogleCounts() {
  const mailboxes = new Map<string, Of>()
  let letters = 0
  let refusedTokens = 0
  const of = (mailbox: string): Of => {
    const known = mailboxes.get(mailbox) ?? { requests: 0, inFlight: 0, mostInFlight: 0, operations: new Map<CalendarOperation, number>() }
    mailboxes.set(mailbox, known)
    return known
  }
  const note = (mailbox: string, operation: CalendarOperation) => {
    const { operations } = of(mailbox)
    operations.set(operation, (operations.get(operation) ?? 0) + 1)
  }
  return {
    /** Counts a request as under way until its answer has ended. */
    begin(mailbox: string, operation: CalendarOperation, _request: Request, response: Response): void {
      const counted = of(mailbox)
      note(mailbox, operation)
      counted.requests += 1
      counted.inFlight += 1
      counted.mostInFlight = Math.max(counted.mostInFlight, counted.inFlight)
      response.once('close', () => { counted.inFlight -= 1 })
    },
    token: (mailbox: string | null) => { if (mailbox === null) refusedTokens += 1; else note(mailbox, 'token') },
    letter: (guests: number) => { letters += guests },
    /** Of a mailbox, or of all together; tokens are counted under their own operation only. */
    requests: (mailbox?: string, operation?: CalendarOperation): number =>
      [...mailboxes].filter(([address]) => mailbox === undefined || address === mailbox).reduce((sum, [, { requests, operations }]) => sum + (operation === undefined ? requests : operations.get(operation) ?? 0), 0),
    mostInFlight: (mailbox?: string): number => Math.max(0, ...[...mailboxes].filter(([address]) => mailbox === undefined || address === mailbox).map(([, { mostInFlight }]) => mostInFlight)),
    /** To guests, because of what was written through the interface: must stay 0. */
    letters: () => letters,
    refusedTokens: () => refusedTokens,
    clear() { mailboxes.clear(); letters = 0; refusedTokens = 0 },
  }
}
export type GoogleCounts = ReturnType<typeof createGoogleCounts>
