import { anAnswer, settled } from '../../app/pane-test-kit'
import type { PaneApi } from '../../app/pane-api'
import { createDraftQuestions, hasRecipients, recipientsKey } from './draft-questions'

const owner = { name: 'Olga Smirnova', address: 'olga@demo.example' }
const to = (...addresses: string[]) => addresses.map((address) => ({ name: '', address }))
const draft = (...addresses: string[]) => ({ subject: 'Offer', to: to(...addresses), cc: [], from: null, conversationId: null })

function questions({ fails = 0 } = {}) {
  const asked: { from: string; to: string[]; messageId: unknown }[] = []
  let failures = fails
  const api = (async (_: string, { body }: { body: { message: { from: { address: string }; to: { address: string }[]; messageId: unknown } } }) => {
    asked.push({ from: body.message.from.address, to: body.message.to.map((one) => one.address), messageId: body.message.messageId })
    await settled()
    if (failures-- > 0) throw new Error('lost')
    const pretends = body.message.from.address === 'ivan@vect0r.example'
    return anAnswer('ivan', pretends ? { match: { ...anAnswer('ivan').match, warnings: [{ code: 'look-alike-domain', text: 'looks like vector.example', counterparty: null }] } } : {})
  }) as unknown as PaneApi
  return { asked, ...createDraftQuestions({ api, owner: () => owner, now: () => new Date('2026-11-22T08:00:00Z') }) }
}

it('the same recipients are the same question, however they are written and ordered', async () => {
  expect(recipientsKey(draft('B@x.example', 'a@x.example '))).toBe(recipientsKey(draft('a@x.example', 'b@x.example', 'b@X.example')))
  expect(recipientsKey({ to: to('a@x.example'), cc: [] })).not.toBe(recipientsKey({ to: [], cc: to('a@x.example') }))
  const { ask, asked } = questions()
  await ask(draft('a@x.example', 'b@x.example'))
  await ask(draft('b@x.example', 'A@x.example'))
  expect(asked).toEqual([{ from: owner.address, to: ['a@x.example', 'b@x.example'], messageId: null }])
})

it('a letter to nobody asks nothing', () => {
  expect([hasRecipients({ to: [], cc: [] }), hasRecipients({ to: to(' '), cc: [] }), hasRecipients({ to: [], cc: [{ name: 'Walter', address: '' }] })]).toEqual([false, false, true])
})

it('what failed is asked again, what was answered is not', async () => {
  const { ask, asked } = questions({ fails: 1 })
  await expect(ask(draft('a@x.example'))).rejects.toThrow('lost')
  await ask(draft('a@x.example'))
  await ask(draft('a@x.example'))
  expect(asked).toHaveLength(2)
})

it('an unknown recipient is looked at as if they had written to us, once each, and a known one is not', async () => {
  const { dangers, asked } = questions()
  const person = (address: string, kind: 'none' | 'person') => ({ address, name: 'Ivan Petrov', kind, personId: null, counterpartyId: null })
  const answer = anAnswer('ivan', { participants: [person('ivan@vect0r.example', 'none'), person('new@shop.example', 'none'), person('ivan.petrov@vector.example', 'person')] })
  expect(await dangers(answer)).toEqual([{ code: 'look-alike-domain', text: 'looks like vector.example', counterparty: null, address: 'ivan@vect0r.example' }])
  await dangers(answer)
  expect(asked).toEqual([{ from: 'ivan@vect0r.example', to: [owner.address], messageId: null }, { from: 'new@shop.example', to: [owner.address], messageId: null }])
})
