import { readSignInSettings } from './sign-in-settings'

const page = (content: string | null) => ({ querySelector: () => (content === null ? null : { getAttribute: () => content }) }) as unknown as Document
const entra = { kind: 'entra' as const, clientId: 'pane', authority: 'https://login.example/organizations', scope: 'api://server/access_as_user' }

it('reads how managers sign in here', () => {
  expect(readSignInSettings(page('{"kind":"demo"}'))).toEqual({ kind: 'demo' })
  expect(readSignInSettings(page(JSON.stringify({ ...entra, more: 1 })))).toEqual(entra)
})

it.each(['', '{', 'null', '{"kind":"demo2"}', '{"kind":"entra","clientId":"pane"}', JSON.stringify({ ...entra, scope: 7 })])('takes %s for nobody signing in, never for the demo', (content) => {
  expect(readSignInSettings(page(content))).toEqual({ kind: 'none' })
})

it('takes a page without the words for nobody signing in', () => {
  expect(readSignInSettings(page(null))).toEqual({ kind: 'none' })
})
