import { anna, failureOf, graphWire, refusal, type Answer, type Asked, type GraphWire } from './test-support/graph-wire'

let house: GraphWire
beforeEach(async () => { house = await graphWire() })
afterEach(() => house.close())

const order = { id: 'bell-1', url: 'https://crm.example/webhooks/graph', lifecycleUrl: 'https://crm.example/webhooks/graph/lifecycle', secret: 'x'.repeat(64) }
const bell = { subscriptionId: 's/1', resourceId: null, expiresAt: 0 }
const by = (answers: Record<string, (asked: Asked) => Answer>) => { house.wire.answer = (asked) => (answers[asked.method] ?? (() => refusal(500, 'unexpected')))(asked) }
const spoken = () => house.asked.map(({ method, path }) => `${method} ${path}`)

it('a subscription is ordered for just less than a week, with its secret and both addresses', async () => {
  by({ POST: ({ body }) => ({ status: 201, json: { id: 'sub-1', expirationDateTime: (JSON.parse(body) as { expirationDateTime: string }).expirationDateTime.replace('Z', '0000Z') } }) })
  const made = await house.calendar().source.subscribe(anna, order)
  expect(made).toEqual({ subscriptionId: 'sub-1', resourceId: null, expiresAt: house.clock.at + 10_070 * 60_000 })
  expect(JSON.parse(house.asked[0]?.body ?? '')).toEqual({
    changeType: 'created,updated,deleted', notificationUrl: order.url, lifecycleNotificationUrl: order.lifecycleUrl, resource: '/users/anna@north.example/events',
    expirationDateTime: '2026-11-29T08:50:00.000Z', clientState: order.secret,
  })
  expect(house.asked[0]).toMatchObject({ path: '/v1.0/subscriptions', headers: { 'content-type': 'application/json', prefer: expect.stringContaining('IdType="ImmutableId"') } })
})
it('it ends when Graph says, however long was asked for', async () => {
  by({ POST: () => ({ status: 201, json: { id: 'sub-1', expirationDateTime: '2026-11-23T09:00:00Z' } }) })
  expect(await house.calendar().source.subscribe(anna, order)).toMatchObject({ expiresAt: Date.parse('2026-11-23T09:00:00Z') })
})
it('one that we forgot and that stands in the way is replaced; those of others stay', async () => {
  let there = ['mine']
  const listed = [
    { id: 'mine', resource: 'Users/Anna@north.example/events', notificationUrl: order.url }, { id: 'other-house', resource: '/users/anna@north.example/events', notificationUrl: 'https://test.example/webhooks/graph' },
    { id: 'other-mailbox', resource: '/users/bert@north.example/events', notificationUrl: order.url },
  ]
  by({
    POST: () => (there.length > 0 ? refusal(409, 'ObjectConflict') : { status: 201, json: { id: 'sub-2', expirationDateTime: '2026-11-29T08:50:00Z' } }),
    GET: ({ path }) => (path.includes('skip') ? { json: { value: listed } } : { json: { value: [], '@odata.nextLink': `${house.base}/subscriptions?$skiptoken=2` } }),
    DELETE: ({ path }) => { there = there.filter((id) => !path.endsWith(`/${id}`)); return { status: 204 } },
  })
  expect(await house.calendar().source.subscribe(anna, order)).toMatchObject({ subscriptionId: 'sub-2' })
  expect(spoken()).toEqual(['POST /v1.0/subscriptions', 'GET /v1.0/subscriptions', 'GET /v1.0/subscriptions?$skiptoken=2', 'DELETE /v1.0/subscriptions/mine', 'POST /v1.0/subscriptions'])
})
it('what stands in the way and is not ours is not fought over', async () => {
  by({ POST: () => refusal(409, 'ObjectConflict'), GET: () => ({ json: { value: [], '@odata.nextLink': 'https://evil.example/v1.0/subscriptions' } }) })
  expect(await failureOf(house.calendar().source.subscribe(anna, order))).toMatchObject({ code: 'rejected' })
  by({ POST: () => refusal(409, 'ObjectConflict'), GET: () => ({ json: { value: [] } }) })
  expect(await failureOf(house.calendar().source.subscribe(anna, order))).toMatchObject({ code: 'rejected' })
  expect(house.asked.filter(({ method }) => method === 'POST')).toHaveLength(3)
})
it.each([[400, 'ValidationError', 'rejected'], [403, 'ExtensionError', 'forbidden'], [404, 'ResourceNotFound', 'gone']])('an order that is refused by %i %s is %s', async (status, code, ours) => {
  by({ POST: () => refusal(status, code) })
  expect(await failureOf(house.calendar().source.subscribe(anna, order))).toMatchObject({ code: ours })
})
it('renewing asks for another week; nothing to renew is gone', async () => {
  by({ PATCH: () => ({ json: { id: 's/1', expirationDateTime: '2026-11-29T08:50:00.0000000Z' } }) })
  expect(await house.calendar().source.renew(anna, bell, order)).toEqual({ subscriptionId: 's/1', resourceId: null, expiresAt: Date.parse('2026-11-29T08:50:00Z') })
  expect(house.asked[0]).toMatchObject({ path: '/v1.0/subscriptions/s%2F1', body: '{"expirationDateTime":"2026-11-29T08:50:00.000Z"}' })
  by({ PATCH: () => refusal(404, 'ResourceNotFound') })
  expect(await failureOf(house.calendar().source.renew(anna, bell, order))).toMatchObject({ code: 'gone' })
})
it('ending one that is gone is no trouble; being refused is', async () => {
  const { unsubscribe } = house.calendar().source
  by({ DELETE: () => ({ status: 204 }) })
  await unsubscribe(anna, bell)
  by({ DELETE: () => refusal(404, 'ResourceNotFound') })
  await unsubscribe(anna, bell)
  by({ DELETE: () => ({ status: 404, text: '<html>' }) })
  expect(await failureOf(unsubscribe(anna, bell))).toMatchObject({ code: 'temporary' })
  by({ DELETE: () => refusal(403, 'AccessDenied') })
  expect(await failureOf(unsubscribe(anna, bell))).toMatchObject({ code: 'forbidden' })
})
