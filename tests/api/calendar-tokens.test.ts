import { createCalendarAccess, createResealing, tokenContext } from '@counterpane/backend/features/calendars/calendar-access.repository'
import { createSeals } from '@counterpane/backend/platform/crypto/sealed-text'
import { aMailbox } from '../support/calendar-rows'
import { startTestServer, type TestServer } from '../support/test-server'

const [old, fresh] = ['an old secret of more than thirty-two letters', 'a new secret of more than thirty-two letters']
let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

test('after a change of the secret every refresh token is sealed anew, opens as before, and the old secret can go', async () => {
  const [before, both, after] = [createSeals([old]), createSeals([fresh, old]), createSeals([fresh])]
  for (const id of ['m-olga', 'm-anna']) await aMailbox(server.db, id, { provider: 'google', sealedToken: before.seal(`refresh-${id}`, tokenContext(id)) })
  const { db } = server
  const tokenWith = (seals: typeof before, id = 'm-olga') => createCalendarAccess({ db, seals })(id).refreshToken
  expect([tokenWith(before), tokenWith(both), tokenWith(after)]).toEqual(['refresh-m-olga', 'refresh-m-olga', null])
  expect(await createResealing({ db, seals: both })()).toBe(2)
  expect([tokenWith(after), tokenWith(after, 'm-anna'), tokenWith(before)]).toEqual(['refresh-m-olga', 'refresh-m-anna', null])
  expect(await createResealing({ db, seals: both })()).toBe(0)
})

test('a token that belongs to another manager does not open', async () => {
  const { sealedToken } = await server.db.prisma.calendarMailbox.findUniqueOrThrow({ where: { managerId: 'm-anna' } })
  await server.db.prisma.calendarMailbox.update({ where: { managerId: 'm-olga' }, data: { sealedToken } })
  expect(createCalendarAccess({ db: server.db, seals: createSeals([fresh]) })('m-olga').refreshToken).toBeNull()
})
