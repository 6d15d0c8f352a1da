import type { Having, Read } from './calendar-sync.types'
import { reconcile } from './reconcile'
import { anEvent, aSide, at, hour, noon, strict } from './test-support/journal-model'

const text = 'We talk about prices.\n'.repeat(50)
const page = (): Read[] => Array.from({ length: 50 }, (_, n) => {
  const attendees = Array.from({ length: 5 }, (_one, k) => ({ name: `Guest ${k}`, address: `guest${k}@acme.example`, response: 'none' as const, optional: false, resource: false }))
  return { change: { kind: 'event', event: anEvent({ eventId: `e${n}`, uid: `uid-${n}`, text, attendees, ...at(noon + n * hour) }) }, side: aSide({ outsiders: attendees.map((one) => one.address) }) }
})

/** The quickest of many, since other work on the machine only ever adds. */
function quickest(run: () => void): number {
  const times = Array.from({ length: 100 }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
  return Math.min(...times)
}

test('fifty appointments are worked through in milliseconds, new ones as well as known ones', () => {
  const context = { managerId: 'olga', policy: strict, newId: () => 'id' }
  const nothing: Having = { entries: new Map(), meetings: new Map(), others: new Map(), adopted: new Map() }
  const reads = page()
  const known: Having = { ...nothing, entries: new Map(reconcile(nothing, reads, context).entries.map((row) => [row.eventId, row])) }
  expect(reconcile(nothing, reads, context).created).toHaveLength(50)
  expect(reconcile(known, reads, context)).toEqual({ entries: [], created: [], changed: [] })
  const [fresh, again] = [quickest(() => reconcile(nothing, reads, context)), quickest(() => reconcile(known, reads, context))]
  // Two are asked for and one or two are usual; a slow machine that is busy with everything else takes several times as long.
  expect(fresh).toBeLessThan(15)
  expect(again).toBeLessThan(15)
})
