import { MailboxError } from '../mailbox/mailbox'
import { createDialogSignIn } from './dialog-sign-in'

const token = { accessToken: 'abc', expiresAt: 5_000, account: 'olga@demo.example', tenant: 't-1' }
const doors = (answer: (page: URL) => string) => createDialogSignIn({ doors: { dialog: async (url) => answer(new URL(url)) }, hint: 'olga@demo.example', locale: () => 'ru', origin: 'https://crm.example' })
const echo = (page: URL, more: object) => JSON.stringify({ kind: 'counterpane-sign-in', state: page.searchParams.get('state'), ...more })

it('opens our own page with what it needs to know, and takes the token that comes back', async () => {
  let opened: URL | null = null
  const signIn = doors((page) => { opened = page; return echo(page, token) })
  expect(await signIn({ claims: '{"a":1}', choose: true })).toEqual(token)
  expect(opened).toMatchObject({ origin: 'https://crm.example', pathname: '/outlook/sign-in.html' })
  expect(Object.fromEntries((opened as unknown as URL).searchParams)).toMatchObject({ hint: 'olga@demo.example', language: 'ru', claims: '{"a":1}', choose: '1' })
})

it.each<[string, (page: URL) => string]>([
  ['another page', () => JSON.stringify({ kind: 'counterpane-sign-in', state: 'guessed', ...token })],
  ['another kind of message', (page) => echo(page, { ...token, kind: 'hello' })],
  ['no token', (page) => echo(page, { accessToken: '', expiresAt: 1 })],
  ['an object for a token', (page) => echo(page, { ...token, accessToken: { toString: 'abc' } })],
  ['no JSON', () => 'abc'],
  ['null', () => 'null'],
])('a message with %s is not a sign-in', async (_what, answer) => {
  await expect(doors(answer)({})).rejects.toMatchObject({ trouble: 'failed', code: 'unexpected_message' })
})

it('what went wrong in the window comes over with its code', async () => {
  await expect(doors((page) => echo(page, { trouble: 'cancelled', code: 'AADSTS65004' }))({})).rejects.toMatchObject({ trouble: 'cancelled', code: 'AADSTS65004' })
  await expect(doors((page) => echo(page, { trouble: 'owned', code: 7 }))({})).rejects.toMatchObject({ trouble: 'failed', code: 'unexpected_message' })
})

it.each([['not-given: 12006', 'cancelled', '12006'], ['not-given: 12009', 'blocked', '12009'], ['not-given', 'blocked', 'dialog_refused']])('a dialog that ends with "%s" is %s', async (said, trouble, code) => {
  const [first, detail] = said.split(': ')
  const signIn = createDialogSignIn({ doors: { dialog: () => Promise.reject(new MailboxError(first as 'not-given', detail)) }, hint: '', locale: () => 'en', origin: 'https://crm.example' })
  await expect(signIn({})).rejects.toMatchObject({ trouble, code })
})
