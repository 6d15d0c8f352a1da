import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readConfig } from '@counterpane/backend/config'
import { freshDatabase } from '../support/database-template'
import { root } from '../support/repository-files'
import { signInSettings, startSignInHouse, type SignInHouse } from '../support/sign-in-house'

describe('a house without managers', () => {
  let house: SignInHouse
  beforeEach(async () => { house = await startSignInHouse({ seed: 'empty' }) })
  afterEach(() => house.close())

  interface Row { id: string; name: string; role: string; address: string | null; active: number }
  const managers = () => house.server.db.sql.all<Row>('SELECT m.id, m.name, m.role, m.active, a.address FROM Manager m LEFT JOIN ManagerAddress a ON a.managerId = m.id ORDER BY m.createdAt')
  const missing = async () => ((await (await house.server.raw('GET', '/api/sign-in')).json()) as { firstAdministrator: boolean }).firstAdministrator

  test('the code that was printed makes the first administrator of whoever signs in with it, named as the provider names them', async () => {
    expect(await (await house.server.raw('GET', '/api/sign-in')).json()).toEqual({
      demo: false, firstAdministrator: true, ways: [{ provider: 'entra', name: 'Microsoft', organisation: null }, { provider: 'google', name: 'Google', organisation: null }],
    })
    const code = await house.firstCode()
    const first = await house.signIn('vera', { code })
    expect(first.status).toBe(303)
    expect(await (await first.me()).json()).toMatchObject({ name: 'Vera Signed', role: 'administrator', email: 'vera@firm.example' })
    expect([await missing(), JSON.stringify(house.server.db.sql.all('SELECT * FROM Setting')).includes(code)]).toEqual([false, false])
    const trail = house.server.db.sql.all<{ action: string }>("SELECT action FROM AuditEntry WHERE noun = 'manager' ORDER BY id").map(({ action }) => action)
    expect(trail).toEqual(['created', 'identity-bound'])
  })

  test('the page for whoever is not known takes it as well, and says where it is to be found', async () => {
    const code = await house.firstCode()
    const knock = await house.signIn('vera', { way: 'google' })
    const page = await knock.answer.text()
    expect(page).toContain('the code that the server printed')
    const ticket = /name="ticket" value="([^"]+)"/.exec(page)![1]!
    expect((await knock.visitor.open(`${house.url}/sign-in/code`, { form: { ticket, code } })).status).toBe(303)
    expect(managers()).toMatchObject([{ name: 'Vera Signed', role: 'administrator', address: 'vera@firm.example' }])
  })

  test('it works once: of two people at the same moment one becomes administrator', async () => {
    const code = await house.firstCode()
    const both = await Promise.all(['vera', 'boris'].map((login) => house.signIn(login, { code })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 403])
    expect(managers()).toHaveLength(1)
    expect((await house.signIn('third', { code })).status).toBe(403)
  })

  test('it is over after a day, and when a newer one was printed', async () => {
    const old = await house.firstCode()
    const newer = await house.firstCode()
    expect((await house.signIn('vera', { code: old })).status).toBe(403)
    house.server.clock.advance(24 * 3_600_000 + 1)
    expect((await house.signIn('vera', { code: newer })).status).toBe(403)
    expect(managers()).toEqual([])
  })

  test('a manager whom the command made, with the same address, is meant; one with an account already is somebody else', async () => {
    await house.server.db.prisma.manager.create({ data: { id: 'm-vera', name: 'Vera of the list', role: 'manager', addresses: { create: { id: 'a-1', address: 'Vera@firm.example', addressKey: 'vera@firm.example', main: true } } } })
    expect((await house.signIn('vera', { code: await house.firstCode() })).status).toBe(303)
    expect(managers()).toMatchObject([{ id: 'm-vera', name: 'Vera of the list', role: 'administrator' }])
  })

  test('the last administrator stays reachable: when none can sign in any more the server offers a code again, and a known manager may bring it', async () => {
    await house.signIn('vera', { code: await house.firstCode() })
    const [vera] = managers()
    const { code } = await house.server.db.write(async (tx) => {
      await tx.manager.create({ data: { id: 'm-boris', name: 'Boris', role: 'manager' } })
      const { invite } = await import('@counterpane/backend/features/access/invitations.service')
      return invite(tx, { managerId: 'm-boris', byId: null, at: house.server.clock.now() })
    })
    expect((await house.signIn('boris', { code })).status).toBe(303)
    expect(await missing()).toBe(false)
    await house.server.db.prisma.manager.update({ where: { id: vera!.id }, data: { active: false } })
    expect(await missing()).toBe(true)
    const first = await house.firstCode()
    expect((await house.signIn('vera', { code: first })).status).toBe(403)
    const boris = await house.signIn('boris', { code: first })
    expect(await (await boris.me()).json()).toMatchObject({ id: 'm-boris', role: 'administrator' })
  })
})

describe('the server as it is started', () => {
  async function start(settings: Record<string, string>) {
    const file = await freshDatabase('empty')
    const env = { PATH: process.env.PATH, DATABASE_URL: `file:${file.path}`, COUNTERPANE_LOG: 'silent', PORT: '0', ...settings }
    const child = spawn(process.execPath, ['backend/dist/src/main.js'], { cwd: root, env })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => { said += piece.toString() })
    child.stderr.on('data', (piece: Buffer) => { said += piece.toString() })
    const ended = once(child, 'exit') as Promise<[number | null]>
    const patience = Date.now() + 20_000
    while (!/Counterpane is ready/.test(said) && child.exitCode === null && Date.now() < patience) await new Promise((resolve) => setTimeout(resolve, 50))
    await new Promise((resolve) => setTimeout(resolve, 200))
    child.kill()
    const [code] = await ended
    file.remove()
    return { said, code }
  }

  test('prints the code at its start in production, and says what to do with it', async () => {
    const { said } = await start({ ...signInSettings, PUBLIC_URL: 'https://crm.firm.example' })
    expect(said).toMatch(/makes an administrator/)
    expect(said).toMatch(/^ {4}[A-Z]{5}(-[A-Z]{5}){3}$/m)
    expect(said).toContain('https://crm.firm.example/journal/')
  })

  test('where nobody can sign in to the journal, no code is printed', async () => {
    const { said } = await start({ COUNTERPANE_MODE: 'production', COUNTERPANE_SECRET: 's'.repeat(32) })
    expect(said).toContain('Counterpane is ready')
    expect(said).not.toMatch(/administrator/)
  })

  test('the demo does not listen beyond this machine', async () => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.7', 'crm.firm.example']) expect(() => readConfig({ HOST })).toThrow(/HOST: the demo mode listens on this machine only/)
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(readConfig({ HOST }).MODE).toBe('demo')
    const { said, code } = await start({ HOST: '0.0.0.0' })
    expect([code, said.includes('HOST: the demo mode listens on this machine only'), said.includes('ready')]).toEqual([1, true, false])
  })

  test('a session must not travel in the open: where people sign in, the public address is https', () => {
    expect(() => readConfig({ ...signInSettings, PUBLIC_URL: 'http://crm.firm.example' })).toThrow(/PUBLIC_URL: signing in to the journal needs an https address/)
    expect(readConfig({ ...signInSettings, PUBLIC_URL: 'http://127.0.0.1:3000' }).MODE).toBe('production')
  })
})
