import { defaultNow } from '../../backend/prisma/seed/seed-plan'

/** Runs on from the seed's "now" at the machine's pace, and jumps when told. */
export function createTestClock(start: number | string = defaultNow) {
  let offset = new Date(start).getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + offset),
    /** From here on it is this instant. */
    set: (instant: string) => { offset = new Date(instant).getTime() - Date.now() },
    advance: (milliseconds: number) => { offset += milliseconds },
  }
}
export type TestClock = ReturnType<typeof createTestClock>
