import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const anna = () => server.as('anna@demo.example')

const stranger = { name: 'New', address: 'new@nowhere.example' }
const boss = { name: 'Olga Smirnova', address: 'olga.smirnova@demo.example' }
const copiesOf = (contactId: string) => server.db.prisma.messageCopy.findMany({ where: { contactId }, select: { managerId: true, client: true, itemId: true } })

test.each([
  ['a colleague’s mailbox: its owner', 'OLGA@demo.example', 'm-olga'], ['a shared mailbox: whoever clicks', 'sales@demo.example', 'm-anna'],
  ['an unreadable mailbox: whoever clicks', '/o=Org/cn=Shared', 'm-anna'], ['one’s own mailbox: whoever clicks', null, 'm-anna'],
])('a letter from a stranger in %s', async (_name, mailbox, managerId) => {
  const call = await anna()
  const { contact } = await call('registerMessage', { body: { message: aLetter({ from: stranger }), mailbox } })
  expect(contact).toMatchObject({ counterparty: null, manager: { id: managerId }, registeredBy: { id: 'm-anna' } })
})

test('the client’s responsible manager comes before the owner of the mailbox', async () => {
  const call = await anna()
  const { contact } = await call('registerMessage', { body: { message: aLetter(), mailbox: 'peter@demo.example' } })
  expect(contact.manager).toMatchObject({ id: 'm-olga' })
})

test('the way back to a letter belongs to the mailbox it lies in', async () => {
  const call = await anna()
  const inHers = await call('registerMessage', { body: { message: aLetter({ itemId: 'item-1' }), mailbox: 'olga@demo.example', client: 'outlook' } })
  expect(await copiesOf(inHers.contact.id)).toEqual([{ managerId: 'm-olga', client: 'outlook', itemId: 'item-1' }])
  const shared = await call('registerMessage', { body: { message: aLetter({ itemId: 'item-2' }), mailbox: 'sales@demo.example', client: 'outlook' } })
  expect(await copiesOf(shared.contact.id)).toEqual([{ managerId: 'm-anna', client: 'outlook', itemId: 'item-2' }])
})

test.each([
  ['a delegate sent it: the delegate’s', { from: boss, sender: { name: 'Anna', address: 'anna@demo.example' } }, 'm-anna'],
  ['nobody else sent it: whom it is from', { from: boss, sender: null }, 'm-olga'],
  ['a robot of ours sent it on: whom it is from', { from: boss, sender: { name: '', address: 'relay@demo.example' } }, 'm-olga'],
  ['sent from a shared mailbox by a manager: that manager’s', { from: { name: 'Sales', address: 'sales@demo.example' }, sender: boss }, 'm-olga'],
  ['sent as a shared mailbox: whoever clicks', { from: { name: 'Sales', address: 'sales@demo.example' } }, 'm-peter'],
])('what we sent, %s', async (_name, headers, managerId) => {
  const call = await server.as('peter@demo.example')
  const message = aLetter({ ...headers, to: [{ name: '', address: 'ivan.petrov@vector.example' }] })
  const { contact } = await call('registerMessage', { body: { message } })
  expect(contact).toMatchObject({ direction: 'outgoing', counterparty: { id: 'cp-vektor' }, manager: { id: managerId }, registeredBy: { id: 'm-peter' } })
})

test('a delegate at the client’s is not the client: the one it is from is recognised', async () => {
  const call = await anna()
  const { match } = await call('sidebar', { body: { message: asked(aLetter({ sender: { name: 'John', address: 'john.ross@beta.example' } })) } })
  expect(match).toMatchObject({ kind: 'person', counterparty: { id: 'cp-vektor' } })
})

test('a letter between colleagues registers for a client that is named', async () => {
  const call = await anna()
  const message = aLetter({ from: boss, to: [{ name: '', address: 'anna@demo.example' }] })
  await expect(call('registerMessage', { body: { message } })).rejects.toMatchObject({ problem: { code: 'nothing-to-register' } })
  const { contact, created } = await call('registerMessage', { body: { message, counterpartyId: 'cp-beta' } })
  expect(created).toBe(true)
  expect(contact).toMatchObject({ counterparty: { id: 'cp-beta' }, manager: { id: 'm-olga' }, direction: 'outgoing' })
})
