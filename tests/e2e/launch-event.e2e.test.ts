import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { Linter } from 'eslint'
import { root } from '../support/repository-files'

const code = () => fs.readFileSync(path.join(root, 'addin-outlook/dist/launchevent.js'), 'utf8')
/** All that classic Outlook's engine has beside the language itself, as far as the handler needs it. */
const engine = { Office: 'readonly', XMLHttpRequest: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } as const
const complaints = (text: string) => new Linter().verify(text, [{ languageOptions: { ecmaVersion: 2016, sourceType: 'script', globals: engine }, rules: { 'no-undef': 'error' } }]).map(({ message }) => message)

it('sees what the engine of classic Outlook does not know', () => {
  expect(complaints('const a = async () => 1')).toHaveLength(1)
  expect(complaints('document.title')).toEqual(["'document' is not defined."])
})

it('the handler for classic Outlook is one file that asks for nothing the engine lacks', () => {
  expect(complaints(code())).toEqual([])
  expect(code()).not.toMatch(/\bimport\s*\(|\brequire\s*\(|importScripts|localStorage|Object\.(entries|values|fromEntries)|\.finally\(|\.flatMap\(/)
})

type Done = (result: { status: string; value?: unknown }) => void
type Asked = { url: string; body: { ticket: string; message: Record<string, unknown> } }

/** The engine with a letter in it; `answer` is how the server behaves. */
function anEngine({ kept, item, answer = 'load' }: { kept?: string; item?: null; answer?: 'load' | 'error' | 'throw' }) {
  const asked: Asked[] = []
  const completed: unknown[] = []
  const commands: Record<string, (event: { completed(options: unknown): void }) => void> = {}
  const give = (value: unknown) => ({ getAsync: (...rest: unknown[]) => (rest.at(-1) as Done)({ status: 'succeeded', value }) })
  class Request {
    onload = () => undefined
    onerror = () => undefined
    url = ''
    open(_: string, url: string) { this.url = url }
    setRequestHeader() { /* nothing to remember */ }
    abort() { /* nothing to stop */ }
    send(body: string) {
      if (answer === 'throw') throw new Error('no network')
      asked.push({ url: this.url, body: JSON.parse(body) as Asked['body'] })
      setTimeout(() => (answer === 'load' ? this.onload() : this.onerror()), 0)
    }
  }
  const letter = {
    subject: give('Offer'), to: give([{ displayName: 'Ivan', emailAddress: 'ivan@client.example' }]), cc: give([]), from: give({ displayName: 'Olga', emailAddress: 'olga@demo.example' }), body: give('Good day'), conversationId: null,
    sessionData: { getAsync: (_: string, done: Done) => done(kept === undefined ? { status: 'failed' } : { status: 'succeeded', value: kept }) },
  }
  const context = vm.createContext({
    Office: { actions: { associate: (name: string, command: (typeof commands)[string]) => { commands[name] = command } }, context: { mailbox: { item: item === null ? null : letter, userProfile: { displayName: 'Olga', emailAddress: 'olga@demo.example' } } } },
    XMLHttpRequest: Request, setTimeout, clearTimeout,
  })
  vm.runInContext(code(), context)
  return { asked, commands, send: () => new Promise<unknown[]>((resolve) => { commands.onMessageSendHandler?.({ completed: (options) => { completed.push(options); setTimeout(() => resolve(completed), 50) } }) }) }
}
const ticket = JSON.stringify({ id: 'order-1', ticket: 'secret', origin: 'https://crm.example' })

it('there it knows the sending of letters and nothing else', () => {
  expect(Object.keys(anEngine({}).commands)).toEqual(['onMessageSendHandler'])
})

it('a letter with a ticket is told to the server that gave it', async () => {
  const { send, asked } = anEngine({ kept: ticket })
  expect(await send()).toEqual([{ allowEvent: true }])
  expect(asked).toEqual([{
    url: 'https://crm.example/api/send-orders/order-1/sent',
    body: { ticket: 'secret', message: expect.objectContaining({ subject: 'Offer', text: 'Good day', from: { name: 'Olga', address: 'olga@demo.example' }, to: [{ name: 'Ivan', address: 'ivan@client.example' }], cc: [] }) as object },
  }])
})

it.each([
  ['without a ticket', {}], ['with a torn ticket', { kept: '{"id":' }], ['with half a ticket', { kept: '{"id":"order-1"}' }], ['without an item', { item: null }],
] as const)('a letter %s goes, and nobody is told', async (_, engineWith) => {
  const { send, asked } = anEngine(engineWith)
  expect(await send()).toEqual([{ allowEvent: true }])
  expect(asked).toEqual([])
})

it.each(['error', 'throw'] as const)('a letter goes although the server’s answer is: %s', async (answer) => {
  expect(await anEngine({ kept: ticket, answer }).send()).toEqual([{ allowEvent: true }])
})
