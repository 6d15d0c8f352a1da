import { MailboxError } from '../../mailbox/mailbox'
import { aContact, aLetter, anAnswer, aPane, settled } from '../../app/pane-test-kit'
import type { MessageView } from '../../app/pane-state'
import { othersToRegister, registerOthers } from './register-others'

const conversation = { contacts: 1, contactId: 'k', counterparty: { id: 'c-7', name: 'Vektor' }, person: null, following: false }
const inOne = (name: string) => ({ ...aLetter(name), snapshot: { ...aLetter(name).snapshot, conversationId: 'thread' } })

async function aThread(...names: string[]) {
  const pane = aPane()
  for (const name of names) {
    pane.client.show(inOne(name))
    if (name === names[0]) pane.begin()
    await pane.asked.at(-1)?.answer(anAnswer(name, { conversation }))
  }
  return pane
}
const open = (pane: Awaited<ReturnType<typeof aThread>>) => pane.store.get().view as MessageView

it('what was seen of the conversation and is not registered is offered, without the open message, colleagues and the excluded', async () => {
  const pane = await aThread('ivan', 'anna', 'kim', 'lee')
  const change = (name: string, patch: Parameters<typeof anAnswer>[1]) => pane.store.patchView(name, { answer: anAnswer(name, { conversation, ...patch }) })
  change('anna', { excluded: true })
  change('kim', { match: { ...anAnswer('kim').match, kind: 'internal' } })
  expect(othersToRegister(open(pane), pane.store.inConversation('thread')).map(({ key }) => key)).toEqual(['ivan'])
})

it('each goes with its text where the mail client can load it, and is counted where it cannot', async () => {
  const pane = await aThread('ivan', 'anna', 'kim')
  const unknown = { ...anAnswer('ivan').match, kind: 'none' as const, person: null, counterparty: null }
  pane.store.patchView('ivan', { answer: anAnswer('ivan', { conversation, match: unknown }) })
  const selections = {
    list: () => Promise.resolve([]), givesMessages: () => true,
    load: (itemId: string) => (itemId === 'item-anna' ? Promise.reject(new MailboxError('not-given')) : Promise.resolve({ message: inOne('ivan'), text: 'Hello', html: null })),
  }
  const api = pane.api
  const done = registerOthers({ api, selections, registering: pane.registering }, othersToRegister(open(pane), pane.store.inConversation('thread')), conversation)
  await settled()
  expect(pane.asked.at(-1)?.options.body).toMatchObject({ counterpartyId: 'c-7', message: { text: 'Hello' } })
  await pane.asked.at(-1)?.answer({ contact: aContact({ id: 'k-ivan' }), created: true })
  expect(pane.asked.at(-1)?.options.body).toMatchObject({ message: { messageId: '<anna@client.example>', text: null } })
  expect(pane.asked.at(-1)?.options.body).not.toHaveProperty('counterpartyId')
  await pane.asked.at(-1)?.answer({ contact: aContact({ id: 'k-anna' }), created: true })
  expect(await done).toEqual({ registered: 2, withoutText: 1 })
  expect(pane.store.view('ivan')?.answer?.registered?.contactId).toBe('k-ivan')
  expect(pane.store.view('ivan')?.followUp).toBeNull()
})
