import { type BodyOf, NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import { aContact, aLetter } from '../../app/pane-test-kit'
import type { PaneApi } from '../../app/pane-api'
import { SignInRefused } from '../../session/pane-session'
import { createOutbox } from './outbox'

type Body = BodyOf<'registerMessage'>
const body = (name: string, text = 'Dear Olga'): Body => ({ message: { ...aLetter(name).snapshot, text, html: null, attachments: [], itemId: null }, client: 'outlook' })
const problem = (status: number, code: string, retryAfter: number | null = null) => new ProblemError({ type: '', title: `${code} in words`, status, code, detail: '', reference: 'r' }, retryAfter)
const silent = new NoConnectionError('no answer')

/** Storage that has room for so many characters, or throws at every touch. */
function aStore(room = 5_000_000, kept = new Map<string, string>()) {
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, value)
    },
  }
}
const forbidden = { getItem: () => { throw new DOMException('no', 'SecurityError') }, setItem: () => { throw new DOMException('no', 'SecurityError') } }

/** An outbox over a server that answers each order as the test says; the last answer stays. */
function anOutbox({ storage = aStore(), answers = ['ok'], owner = 'olga@demo.example' }: { storage?: Parameters<typeof createOutbox>[0]['storage']; answers?: (Error | 'ok')[]; owner?: string } = {}) {
  const sent: string[] = []
  const happened: string[] = []
  let counts = { toSend: 0, refused: 0 }
  let now = Date.parse('2026-11-22T08:00:00Z')
  let onAsk: () => void = () => undefined
  const api = (async (_name: string, options: { body: Body }) => {
    sent.push(options.body.message.subject ?? '')
    onAsk()
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Error) throw answer
    return { contact: aContact(), created: true }
  }) as unknown as PaneApi
  const outbox = createOutbox({
    storage, api, owner: () => owner, alone: (work) => work(), onChange: (told) => { counts = told }, now: () => now,
    onSent: ({ key }) => happened.push(`sent ${key}`), onGivenUp: ({ key }, error) => happened.push(`given up ${key}: ${error?.message ?? 'discarded'}`), clientOf: (key) => `Client of ${key}`,
  })
  return { outbox, sent, happened, counts: () => counts, pass: (ms: number) => { now += ms }, whenAsked: (work: () => void) => { onAsk = work } }
}

it('sends in the order of the clicks, each once', async () => {
  const { outbox, sent, happened, counts } = anOutbox()
  for (const name of ['ivan', 'kim', 'anna']) outbox.keep(name, body(name))
  expect(counts()).toEqual({ toSend: 3, refused: 0 })
  await outbox.send()
  await outbox.send()
  expect(sent).toEqual(['About ivan', 'About kim', 'About anna'])
  expect(happened).toEqual(['sent ivan', 'sent kim', 'sent anna'])
  expect(counts()).toEqual({ toSend: 0, refused: 0 })
})

it('survives the pane: another pane of the same browser and manager finds and sends it', async () => {
  const storage = aStore()
  anOutbox({ storage }).outbox.keep('ivan', body('ivan'))
  expect(anOutbox({ storage, owner: 'anna@demo.example' }).outbox.list()).toEqual([])
  const later = anOutbox({ storage })
  expect(later.outbox.list()).toMatchObject([{ key: 'ivan', client: 'Client of ivan', at: '2026-11-22T08:00:00.000Z' }])
  await later.outbox.send()
  expect(later.sent).toEqual(['About ivan'])
  expect(anOutbox({ storage }).outbox.list()).toEqual([])
})

it('a second click on the same message replaces the first', () => {
  const { outbox } = anOutbox()
  outbox.keep('ivan', body('ivan'))
  outbox.keep('ivan', { ...body('ivan'), comment: 'urgent' })
  expect(outbox.list()).toMatchObject([{ body: { comment: 'urgent' } }])
})

it.each([silent, problem(503, 'database-busy'), problem(502, 'unreadable-answer'), problem(200, 'unreadable-answer'), problem(403, 'unreadable-answer'), problem(403, 'not-invited'), new SignInRefused('interaction')])('%s leaves everything waiting and bothers the server no further', async (error) => {
  const { outbox, sent, counts } = anOutbox({ answers: [error] })
  outbox.keep('ivan', body('ivan'))
  outbox.keep('kim', body('kim'))
  await outbox.send()
  expect(sent).toEqual(['About ivan'])
  expect(counts()).toEqual({ toSend: 2, refused: 0 })
})

it('waits as long as the server asks for, unless the manager presses the button', async () => {
  const { outbox, sent, pass } = anOutbox({ answers: [problem(429, 'too-many-requests', 30), 'ok'] })
  outbox.keep('ivan', body('ivan'))
  await outbox.send()
  pass(29_000)
  await outbox.send()
  expect(sent).toHaveLength(1)
  pass(1_000)
  await outbox.send()
  expect(sent).toHaveLength(2)
  const pressed = anOutbox({ answers: [problem(429, 'too-many-requests', 30), 'ok'] })
  pressed.outbox.keep('ivan', body('ivan'))
  await pressed.outbox.send()
  await pressed.outbox.send({ asked: true })
  expect(pressed.sent).toHaveLength(2)
})

it('what the server will never take is told with its reason, and those behind it go on', async () => {
  const { outbox, happened, counts } = anOutbox({ answers: [problem(409, 'nothing-to-register'), 'ok'] })
  outbox.keep('ivan', body('ivan'))
  outbox.keep('kim', body('kim'))
  await outbox.send()
  expect(counts()).toEqual({ toSend: 0, refused: 1 })
  expect(outbox.refusals()).toMatchObject([{ key: 'ivan', refused: 'nothing-to-register in words' }])
  expect(happened).toEqual(['given up ivan: nothing-to-register in words', 'sent kim'])
  outbox.again(outbox.refusals().map(({ id }) => id))
  await outbox.send()
  expect(counts()).toEqual({ toSend: 0, refused: 0 })
})

it('an order that the server stumbles over steps aside after three attempts', async () => {
  const { outbox, sent, counts } = anOutbox({ answers: [problem(500, 'internal'), problem(500, 'internal'), problem(500, 'internal'), 'ok'] })
  outbox.keep('ivan', body('ivan'))
  outbox.keep('kim', body('kim'))
  await outbox.send()
  await outbox.send()
  expect(counts()).toEqual({ toSend: 2, refused: 0 })
  await outbox.send()
  expect(sent).toEqual(['About ivan', 'About ivan', 'About ivan', 'About kim'])
  expect(counts()).toEqual({ toSend: 0, refused: 1 })
})

it('what is discarded while another is on its way is not sent', async () => {
  const { outbox, sent, happened, whenAsked } = anOutbox()
  outbox.keep('ivan', body('ivan'))
  outbox.keep('kim', body('kim'))
  whenAsked(() => outbox.discard(outbox.list().filter(({ key }) => key === 'kim').map(({ id }) => id)))
  await outbox.send()
  expect(sent).toEqual(['About ivan'])
  expect(happened).toEqual(['given up kim: discarded', 'sent ivan'])
})

it('signing out empties what this browser keeps of the manager, and only theirs', () => {
  const storage = aStore()
  const anna = anOutbox({ storage, owner: 'anna@demo.example' })
  anna.outbox.keep('kim', body('kim'))
  const { outbox, counts } = anOutbox({ storage })
  outbox.keep('ivan', body('ivan'))
  outbox.clear()
  expect(counts()).toEqual({ toSend: 0, refused: 0 })
  expect([...storage.kept.values()].join()).not.toContain('About ivan')
  expect(anna.outbox.list()).toHaveLength(1)
})

it.each([['throws', forbidden], ['is missing', null]])('a browser whose store %s keeps it for as long as the window lives, and says so', async (_what, storage) => {
  const { outbox, sent, counts } = anOutbox({ storage, answers: [silent, 'ok'] })
  expect([outbox.works(), outbox.lasting()]).toEqual([false, false])
  outbox.keep('ivan', body('ivan'))
  await outbox.send()
  expect(counts()).toEqual({ toSend: 1, refused: 0 })
  await outbox.send()
  expect(sent).toHaveLength(2)
  expect(counts()).toEqual({ toSend: 0, refused: 0 })
})

it('a text too long for the browser is kept by its beginning', () => {
  const { outbox } = anOutbox({ storage: aStore(400_000) })
  outbox.keep('ivan', body('ivan', 'x'.repeat(500_000)))
  expect(outbox.list()).toMatchObject([{ shortened: true }])
  expect(outbox.list()[0]?.body.message.text).toHaveLength(200_000)
  expect(outbox.lasting()).toBe(true)
})

it('when the browser has no room left at all the order lives in the window, behind those before it', async () => {
  const storage = aStore(1_200)
  const { outbox, sent } = anOutbox({ storage })
  outbox.keep('ivan', body('ivan'))
  outbox.keep('kim', body('kim', 'y'.repeat(2_000)))
  expect([outbox.works(), outbox.lasting()]).toEqual([true, false])
  await outbox.send()
  expect(sent).toEqual(['About ivan', 'About kim'])
  expect([outbox.list(), outbox.lasting()]).toEqual([[], true])
})

it.each(['{', 'null', '{"a":1}', '7'])('what stands in the browser as %s is no order', (text) => {
  expect(anOutbox({ storage: aStore(undefined, new Map([['counterpane.outbox', text]])) }).outbox.list()).toEqual([])
})
