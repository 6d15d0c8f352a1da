import { aLetter, asked } from '../support/letters'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())
const olga = () => server.as('olga@demo.example')

test('one click makes a held contact with the sender, their client and the responsible manager', async () => {
  const call = await olga()
  const message = aLetter({ receivedAt: '2026-11-20T10:00:07+03:00', attachments: [{ name: 'offer.pdf', contentType: 'application/pdf', size: 1234 }] })
  const { contact, created } = await call('registerMessage', { body: { message, client: 'outlook' } })
  expect(created).toBe(true)
  expect(contact).toMatchObject({
    startsAt: '2026-11-20T07:00:07.000Z', method: 'letter', direction: 'incoming', status: 'held', state: 1, source: 'outlook', subject: 'Discount for volume', content: 'We would take 500 pieces.',
    counterparty: { id: 'cp-vektor' }, persons: [{ id: 'p-ivan-petrov' }], manager: { id: 'm-olga' }, registeredBy: { id: 'm-olga' }, attachments: [{ name: 'offer.pdf', size: 1234 }],
  })
})

test('what our manager sent is outgoing, needs no action and belongs to who sent it', async () => {
  const call = await server.as('anna@demo.example')
  const message = aLetter({ from: { name: 'Olga', address: 'olga.smirnova@demo.example' }, to: [{ name: '', address: 'IVAN.PETROV@vector.example' }] })
  const { contact } = await call('registerMessage', { body: { message } })
  expect(contact).toMatchObject({ direction: 'outgoing', state: 0, counterparty: { id: 'cp-vektor' }, manager: { id: 'm-olga' }, registeredBy: { id: 'm-anna' } })
})

test('the same message is one contact, whoever registers it; undo frees it', async () => {
  const [call, anna] = [await olga(), await server.as('anna@demo.example')]
  const message = aLetter()
  const first = await call('registerMessage', { body: { message } })
  const second = await anna('registerMessage', { body: { message: { ...message, messageId: ` ${message.messageId?.slice(1, -1)} ` } } })
  expect(second).toMatchObject({ created: false, contact: { id: first.contact.id, registeredBy: { id: 'm-olga' } } })
  expect((await anna('sidebar', { body: { message: asked(message) } })).registered).toMatchObject({ contactId: first.contact.id, by: { id: 'm-olga' }, counterparty: { id: 'cp-vektor' }, canUndo: false })

  await expect(anna('undoContact', { id: first.contact.id })).rejects.toMatchObject({ problem: { status: 403, code: 'undo-expired' } })
  await call('undoContact', { id: first.contact.id })
  await expect(call('getContact', { id: first.contact.id })).rejects.toMatchObject({ problem: { status: 404 } })
  expect((await call('sidebar', { body: { message: asked(message) } })).registered).toBeNull()
  const again = await anna('registerMessage', { body: { message } })
  expect(again.created).toBe(true)
  expect(again.contact.id).not.toBe(first.contact.id)
})

test('callers racing on one message get one contact', async () => {
  const calls = await Promise.all(['olga', 'anna', 'peter', 'maria'].map((name) => server.as(`${name}@demo.example`)))
  const message = aLetter()
  const answers = await Promise.all(Array.from({ length: 24 }, (_, i) => calls[i % 4]!('registerMessage', { body: { message } })))
  expect(new Set(answers.map((answer) => answer.contact.id)).size).toBe(1)
  expect(answers.filter((answer) => answer.created)).toHaveLength(1)
})

test('a message without a Message-ID is known again by sender, second and subject', async () => {
  const call = await olga()
  const message = aLetter({ messageId: null, sentAt: '2026-11-19T10:00:00.200Z', subject: 'No id' })
  const first = await call('registerMessage', { body: { message } })
  const second = await call('registerMessage', { body: { message: { ...message, sentAt: '2026-11-19T13:00:00.900+03:00' } } })
  expect(second).toMatchObject({ created: false, contact: { id: first.contact.id } })
})

test('a suggestion files nothing by itself, a client named by hand does, and "always" is remembered for the team', async () => {
  const call = await olga()
  const from = { name: 'New Person', address: 'new.person@vector.example' }
  expect((await call('registerMessage', { body: { message: aLetter({ from }) } })).contact.counterparty).toBeNull()
  const message = aLetter({ from })
  const { contact } = await call('registerMessage', { body: { message, counterpartyId: 'cp-delta', always: true } })
  expect(contact.counterparty).toMatchObject({ id: 'cp-delta' })
  const anna = await server.as('anna@demo.example')
  const { match } = await anna('sidebar', { body: { message: asked(aLetter({ from })) } })
  expect(match).toMatchObject({ kind: 'counterparty', rule: 'remembered-choice', counterparty: { id: 'cp-delta' } })
  expect(match.reason).toBe('chosen by Olga Smirnova on 22 November')
})

test('a message between colleagues and an excluded one are refused in words', async () => {
  const call = await server.as('olga@demo.example', 'ru')
  const internal = aLetter({ from: { name: 'Anna', address: 'anna@demo.example' } })
  await expect(call('registerMessage', { body: { message: internal } })).rejects.toMatchObject({ problem: { status: 409, code: 'nothing-to-register', title: 'Регистрировать нечего' } })
  const excluded = aLetter()
  await call('excludeMessage', { body: { messageId: excluded.messageId!, excluded: true } })
  expect((await call('sidebar', { body: { message: asked(excluded) } })).excluded).toBe(true)
  await expect(call('registerMessage', { body: { message: excluded } })).rejects.toMatchObject({ problem: { code: 'nothing-to-register' } })
  await call('excludeMessage', { body: { messageId: excluded.messageId!, excluded: false } })
  expect((await call('registerMessage', { body: { message: excluded } })).created).toBe(true)
})

test('registering can close a plan and a task and plan the next step: the chain', async () => {
  const call = await olga()
  const plan = await call('createContact', { body: { startsAt: '2026-11-24T08:00:00Z', method: 'call', direction: 'outgoing', status: 'planned', counterpartyId: 'cp-beta', subject: 'Call back' } })
  const task = await call('createTask', { body: { title: 'Send price', dueAt: '2026-11-25T09:00:00Z', counterpartyId: 'cp-beta' } })
  const message = aLetter({ from: { name: 'John Ross', address: 'john.ross@beta.example' } })
  const { contact } = await call('registerMessage', { body: { message, closes: [plan.id, task.id], planNext: { at: '2026-12-01T10:00:00+03:00', method: 'meeting' } } })
  expect((await call('getContact', { id: plan.id })).status).toBe('held')
  expect((await call('listTasks', { query: { counterpartyId: 'cp-beta', done: true } })).items.map((one) => one.id)).toContain(task.id)
  const next = await call('getContact', { id: contact.nextIds[0]! })
  expect(next).toMatchObject({ previousId: contact.id, status: 'planned', method: 'meeting', startsAt: '2026-12-01T07:00:00.000Z', counterparty: { id: 'cp-beta' }, subject: message.subject })
})

test('nothing of a registration stays when a part of it fails', async () => {
  const call = await olga()
  const message = aLetter()
  await expect(call('registerMessage', { body: { message, closes: ['nobody'] } })).rejects.toMatchObject({ problem: { status: 404 } })
  expect((await call('sidebar', { body: { message: asked(message) } })).registered).toBeNull()
})

test('several messages at once: each its own outcome, and a dry run writes nothing', async () => {
  const call = await olga()
  const [known, unknown, internal] = [aLetter(), aLetter({ from: { name: 'X', address: 'x@nowhere.example' } }), aLetter({ from: { name: 'Anna', address: 'anna@demo.example' } })]
  const messages = [known, unknown, internal, known]
  const dry = await call('registerMessages', { body: { messages, dryRun: true } })
  expect(dry.results.map((line) => line.outcome)).toEqual(['created', 'needs-client', 'refused', 'already-registered'])
  expect((await call('sidebar', { body: { message: asked(known) } })).registered).toBeNull()
  const real = await call('registerMessages', { body: { messages, dryRun: false } })
  expect(real.results.map((line) => line.outcome)).toEqual(['created', 'needs-client', 'refused', 'already-registered'])
  expect(real.results[3]!.contact!.id).toBe(real.results[0]!.contact!.id)
})

test('subject only and fact only keep no more than they say, private hides the words from others', async () => {
  const [call, anna] = [await olga(), await server.as('anna@demo.example')]
  const subject = await call('registerMessage', { body: { message: aLetter(), visibility: 'subject' } })
  expect(subject.contact).toMatchObject({ subject: 'Discount for volume', content: '' })
  const fact = await call('registerMessage', { body: { message: aLetter(), visibility: 'fact' } })
  expect(fact.contact).toMatchObject({ subject: '', content: '' })
  const secret = await call('registerMessage', { body: { message: aLetter({ subject: 'Quiet zebra' }), private: true } })
  expect(await anna('getContact', { id: secret.contact.id })).toMatchObject({ subject: '', content: '', private: true })
  expect((await anna('listContacts', { query: { q: 'zebra' } })).items).toEqual([])
  expect((await call('listContacts', { query: { q: 'zebra' } })).items).toHaveLength(1)
})

test('a quoted tail is folded away, not lost; HTML alone becomes text', async () => {
  const call = await olga()
  const text = 'Agreed, send the contract.\r\n\r\nOn Thu, 19 Nov 2026 at 10:00, Olga Smirnova <olga@demo.example> wrote:\r\n> What about the price?\r\n'
  const { contact } = await call('registerMessage', { body: { message: aLetter({ text }) } })
  expect(contact.content.trim()).toBe('Agreed, send the contract.')
  expect(contact.content + contact.folded).toBe(text)
  const html = await call('registerMessage', { body: { message: aLetter({ text: null, html: '<p>Hello <b>there</b></p><script>x()</script>' }) } })
  expect(html.contact.content.trim()).toBe('Hello there')
})
