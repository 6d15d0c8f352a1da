import { ProblemError, type BodyOf } from '@counterpane/shared/contract/http-client'
import type { PaneApi } from '../../app/pane-api'
import { settled } from '../../app/pane-test-kit'
import type { Drafts } from '../../mailbox/mail-client'
import { MailboxError } from '../../mailbox/mailbox'
import { createOrderKeeping, type OrderState } from './send-order-keeping'

type Letter = BodyOf<'createSendOrder'>
const letter = (address: string): Letter => ({ subject: 'Offer', to: [{ name: '', address }], cc: [] })
const gone = new ProblemError({ type: '', title: 'Gone', status: 404, code: 'not-found', detail: '', reference: '' }, null)

function aDesk({ kept = null, keeps = true }: { kept?: string | null; keeps?: boolean } = {}) {
  const calls: string[] = []
  const refused: Error[] = []
  const bodies: Letter[] = []
  let place = kept
  let made = 0
  const api = (async (name: string, options: { id?: string; body?: Letter }) => {
    calls.push(options.id ? `${name} ${options.id}` : name)
    if (options.body) bodies.push(options.body)
    await settled()
    const problem = refused.shift()
    if (problem) throw problem
    return name === 'createSendOrder' ? { id: `order-${++made}`, ticket: `ticket-${made}` } : undefined
  }) as unknown as PaneApi
  const notGiven = () => Promise.reject(new MailboxError('not-given'))
  const drafts: Drafts = {
    read: notGiven, onChanged: () => () => undefined, tellsOfSending: () => true,
    keepForSending: (_, value) => { if (!keeps) return notGiven(); place = value; return Promise.resolve() },
    keptForSending: () => (keeps ? Promise.resolve(place) : notGiven()),
  }
  let state: OrderState | null = null
  const keeping = createOrderKeeping({ api, drafts, key: 'draft', origin: 'https://crm.example', onChange: (to) => { state = to } })
  const quiet = async () => { for (let step = 0; step < 6; step++) await settled() }
  return { calls, refused, bodies, keeping, quiet, state: () => state, kept: () => place && (JSON.parse(place) as unknown) }
}

it('an order is made once, kept with the letter, changed with it and taken back', async () => {
  const desk = aDesk()
  desk.keeping.want(letter('a@client.example'))
  await desk.quiet()
  expect(desk.kept()).toEqual({ id: 'order-1', ticket: 'ticket-1', origin: 'https://crm.example' })
  desk.keeping.want(letter('a@client.example'))
  await desk.quiet()
  desk.keeping.want(letter('b@client.example'))
  await desk.quiet()
  desk.keeping.want(null)
  await desk.quiet()
  expect(desk.calls).toEqual(['createSendOrder', 'changeSendOrder order-1', 'cancelSendOrder order-1'])
  expect(desk.kept()).toBeNull()
  expect(desk.state()).toEqual({ order: null, arranging: false, failure: null })
})

it('of many changes while one is under way only the last is sent', async () => {
  const desk = aDesk()
  for (const name of ['a', 'b', 'c', 'd']) desk.keeping.want(letter(`${name}@client.example`))
  await desk.quiet()
  expect(desk.calls).toEqual(['createSendOrder', 'changeSendOrder order-1'])
  expect(desk.bodies.at(-1)).toEqual(letter('d@client.example'))
})

it('switched off while the order is being made, nothing of it stays', async () => {
  const desk = aDesk()
  desk.keeping.want(letter('a@client.example'))
  desk.keeping.want(null)
  await desk.quiet()
  expect(desk.calls).toEqual(['createSendOrder', 'cancelSendOrder order-1'])
  expect(desk.kept()).toBeNull()
})

it('a pane opened again goes on with the order of the letter, its chain included', async () => {
  const desk = aDesk({ kept: JSON.stringify({ id: 'order-9', ticket: 't', origin: '', previousId: 'contact-1' }) })
  expect(await desk.keeping.resume(null)).toBe(true)
  desk.keeping.want(letter('a@client.example'))
  await desk.quiet()
  expect(desk.calls).toEqual(['changeSendOrder order-9'])
  expect(desk.bodies[0]).toMatchObject({ previousId: 'contact-1' })
})

it('an order that the server knows no more is made anew, and stays in its chain', async () => {
  const desk = aDesk({ kept: JSON.stringify({ id: 'order-9', ticket: 't', origin: '', previousId: 'contact-1' }) })
  await desk.keeping.resume(null)
  desk.refused.push(gone)
  desk.keeping.want(letter('a@client.example'))
  await desk.quiet()
  expect(desk.calls).toEqual(['changeSendOrder order-9', 'createSendOrder'])
  expect(desk.kept()).toMatchObject({ id: 'order-1', previousId: 'contact-1' })
})

it('what could not be arranged is told, and arranged when it is wanted again', async () => {
  const desk = aDesk()
  desk.refused.push(new Error('lost'))
  desk.keeping.want(letter('a@client.example'))
  await desk.quiet()
  expect(desk.state()).toMatchObject({ order: null, arranging: false, failure: { kind: 'problem' } })
  desk.keeping.want(letter('a@client.example'))
  await desk.quiet()
  expect(desk.state()).toMatchObject({ order: { id: 'order-1' }, failure: null })
})

it('a mail client without a place for it, or one that holds nonsense, hinders nothing', async () => {
  const without = aDesk({ keeps: false })
  expect(await without.keeping.resume(null)).toBe(false)
  without.keeping.want(letter('a@client.example'))
  await without.quiet()
  expect(without.state()).toMatchObject({ order: { id: 'order-1' }, failure: null })
  expect(await aDesk({ kept: '{"id":5' }).keeping.resume(null)).toBe(false)
})
