import fc from 'fast-check'
import type { Span } from '@counterpane/backend/demo/calendars/world/calendar-world.types'
import { ProviderFailure } from '@counterpane/backend/ports/provider-failure'
import { insideOf } from './calendar-copybook'
import { casesWindow, openCase, people, type OpenCase, type SourceStand } from './calendar-source-stand'

const { anna } = people
const hour = 3_600_000
const day = 24 * hour
const verbs = ['create', 'series', 'allDay', 'move', 'edit', 'cancel', 'decline', 'remove', 'restore', 'deleteSlot', 'moveSlot', 'removeSlot', 'restoreSlot', 'moveSeries', 'split', 'round', 'full', 'expire', 'throttle', 'fail'] as const
interface Step { verb: (typeof verbs)[number]; which: number; when: number }

/** Inside the window for the most part, sometimes far outside. */
function spanAt(when: number): Span {
  const from = casesWindow.from + (when % 10 === 9 ? 400 * day : 0) + when * 7 * hour
  return { allDay: false, from, to: from + hour }
}

async function run({ world, meeting, annas, clock, ...stand }: OpenCase, steps: readonly Step[]): Promise<void> {
  const ids: string[] = []
  const expired = (error: unknown) => error instanceof ProviderFailure && error.code === 'cursor-expired'
  const read = () => (annas.cursor() === null ? annas.full() : annas.delta().catch((error: unknown) => { if (!expired(error)) throw error; return annas.full() }))
  for (const { verb, which, when } of steps) {
    const id = ids[which % Math.max(1, ids.length)]
    const slots = id === undefined ? [] : world.slots(id)
    const slot = slots[when % Math.max(1, slots.length)]
    clock.advance(1_000)
    if (verb === 'create') ids.push(meeting({ span: spanAt(when) }).id)
    else if (verb === 'series') ids.push(meeting({ span: spanAt(when), recurrence: { every: when % 2 ? 'week' : 'day', count: 2 + (when % 5) } }).id)
    else if (verb === 'allDay') ids.push(meeting({ span: { allDay: true, from: '2026-12-01', to: '2026-12-02' }, recurrence: when % 2 ? { every: 'week', count: 3 } : null }).id)
    else if (verb === 'round') await read().catch(() => undefined)
    else if (verb === 'full') await annas.full().catch(() => undefined)
    else if (verb === 'expire') stand.expireCursors(anna.address)
    else if (verb === 'throttle') stand.throttleOnce(anna.address, '2')
    else if (verb === 'fail') stand.failOnce(anna.address)
    else if (id === undefined) continue
    else if (verb === 'move' && slots.length === 0) world.move(id, spanAt(when))
    else if (verb === 'moveSeries' && slots.length > 0) world.move(id, spanAt(when))
    else if (verb === 'edit') world.edit(id, { subject: `Edited ${when}` })
    else if (verb === 'cancel') world.cancel(id)
    else if (verb === 'decline') world.decline(id, anna.address, when % 2 ? slot : undefined)
    else if (verb === 'remove') world.removeCopy(id, anna.address)
    else if (verb === 'restore') world.restore(id, when % 2 ? { mailbox: anna.address } : {})
    else if (slot === undefined) continue
    else if (verb === 'deleteSlot') world.deleteOccurrence(id, slot)
    else if (verb === 'moveSlot') world.moveOccurrence(id, slot, spanAt(when))
    else if (verb === 'removeSlot') world.removeCopy(id, anna.address, slot)
    else if (verb === 'restoreSlot') world.restore(id, when % 2 ? { slot } : { slot, mailbox: anna.address })
    else if (verb === 'split' && slots.indexOf(slot) > 0) ids.push(world.splitSeries(id, slot, { subject: 'Following' }).id)
  }
  clock.advance(10_000)
  for (let tries = 0; tries < 60; tries++) if (await read().then(() => true, () => { clock.advance(10_000); return false })) break
  expect(annas.inside()).toEqual(insideOf(world, anna.address, casesWindow))
  expect(stand.counts(anna.address)).toMatchObject({ early: 0 })
  expect(stand.lettersSent()).toBe(0)
  expect(annas.unreadable.size).toBe(0)
}

/** Whatever people and the provider do, in the end a reader knows what stands in the calendar. */
export function planCases(start: () => Promise<SourceStand>): void {
  const step = fc.record({ verb: fc.constantFrom(...verbs), which: fc.nat(20), when: fc.nat(400) })
  test('after any plan of changes and troubles the reader knows what the calendar shows', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const stand = await openCase(start)
      try {
        await run(stand, [{ verb: 'create', which: 0, when: 3 }, { verb: 'series', which: 0, when: 8 }, { verb: 'round', which: 0, when: 0 }, ...steps])
      } finally {
        await stand.close()
      }
    }), { numRuns: 25 })
  }, 60_000)
}
