import type { BellOrder } from '@counterpane/backend/ports/calendar-source'
import { startBellListener } from '../support/bell-listener'
import { people, timed, type OpenCase } from './calendar-source-stand'

const { olga } = people

/** Bells: each change rings where it was ordered, with the secret, until nobody wants it any more. */
export function bellCases(use: () => OpenCase): void {
  async function withBell(act: (listener: Awaited<ReturnType<typeof startBellListener>>, order: BellOrder) => Promise<void>): Promise<void> {
    const listener = await startBellListener()
    try {
      await act(listener, { id: '01930000-0000-7000-8000-000000000001', url: listener.url, lifecycleUrl: listener.lifecycleUrl, secret: 'a secret of at most 128 characters' })
    } finally {
      await use().settled()
      await listener.close()
    }
  }
  const changes = (heard: readonly { headers: NodeJS.Dict<string | string[]>; body: string }[]) => heard.filter(({ headers }) => headers['x-goog-resource-state'] !== 'sync')

  test('a change rings with the secret, and not after the bell was taken down', () => withBell(async (listener, order) => {
    const { source, accessOf, meeting, world, settled } = use()
    const access = accessOf(olga.address)
    const bell = await source.subscribe(access, order)
    const { id } = meeting()
    await settled()
    const rings = changes(listener.heard)
    expect(rings.length).toBeGreaterThan(0)
    for (const { headers, body } of rings) expect(JSON.stringify(headers) + body).toContain(order.secret)
    await source.unsubscribe(access, bell)
    await source.unsubscribe(access, bell)
    listener.heard.length = 0
    world.move(id, timed('2026-11-25T11:00:00Z', '2026-11-25T12:00:00Z'))
    await settled()
    expect(changes(listener.heard)).toEqual([])
  }))

  test('a bell ends some time, and rings on when it is renewed', () => withBell(async (listener, order) => {
    const { source, accessOf, meeting, clock, settled } = use()
    const access = accessOf(olga.address)
    const bell = await source.subscribe(access, order)
    const left = bell.expiresAt - clock.now().getTime()
    expect(left).toBeGreaterThan(3_600_000)
    expect(left).toBeLessThanOrEqual(31 * 86_400_000)
    clock.advance(left / 2)
    const longer = await source.renew(access, bell, { ...order, id: '01930000-0000-7000-8000-000000000002' })
    expect(longer.expiresAt).toBeGreaterThan(bell.expiresAt)
    clock.advance(left * 0.6)
    listener.heard.length = 0
    meeting()
    await settled()
    expect(changes(listener.heard).length).toBeGreaterThan(0)
  }))

  test('a bell that nobody renewed does not ring', () => withBell(async (listener, order) => {
    const { source, accessOf, meeting, clock, settled } = use()
    const bell = await source.subscribe(accessOf(olga.address), order)
    clock.advance(bell.expiresAt - clock.now().getTime() + 1_000)
    listener.heard.length = 0
    meeting()
    await settled()
    expect(changes(listener.heard)).toEqual([])
  }))
}
