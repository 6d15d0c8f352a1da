import type { Tried } from './tried'

export async function signingInAgree(tried: Tried): Promise<void> {
  expect((await tried('signInWays')).body).toMatchObject({ demo: true, ways: [{ provider: 'google' }] })
  const { url } = (await tried('beginSignIn', { body: { provider: 'google', back: '#/tasks' } })).body as { url: string }
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256')
  await tried('signIn', { body: { email: 'olga@demo.example' } })
  const { items } = (await tried('listSessions')).body as { items: { id: string; current: boolean }[] }
  const other = items.find(({ current }) => !current)!
  await tried('endSession', { id: other.id })
  expect(((await tried('listSessions')).body.items as { id: string }[]).map(({ id }) => id)).not.toContain(other.id)
}
