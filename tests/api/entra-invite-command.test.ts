import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openConnection } from '@counterpane/backend/platform/db/connection'
import { invitationHash } from '@counterpane/backend/features/access/invitation-code'
import { entraIds } from '../support/entra-authority'
import { root } from '../support/repository-files'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-invite-'))
const file = path.join(folder, 'data/counterpane.db')
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const settings = { DATABASE_URL: `file:${file}`, COUNTERPANE_SECRET: 's'.repeat(32), ENTRA_CLIENT_ID: entraIds.client, ENTRA_TENANT_ID: entraIds.tenant }
/** As `npm run invite` does it, which also builds what is out of date; or what it has built. */
const asNpmRuns = ['scripts/run.mjs', 'backend/src/commands/invite']
const asBuilt = ['backend/dist/src/commands/invite.js']
function invite(program: string[], ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, ...settings } })
  return { status, stdout, stderr, code: /^ {4}(\S+)$/m.exec(stdout)?.[1] ?? '' }
}
const rows = <T>(sql: string) => {
  const db = openConnection(file)
  const found = db.prepare(sql).all() as T[]
  db.close()
  return found
}

test('the first administrator is made and invited on a database that is not there yet', () => {
  const first = invite(asNpmRuns, '--email', 'Anna@Firm.example', '--name', 'Anna Orlova', '--role', 'administrator')
  expect([first.status, first.stderr.replace(/^(transpiled|built).*\n/gm, '')]).toEqual([0, ''])
  expect(first.stdout).toContain('Anna Orlova (Anna@Firm.example, administrator) is a manager now and is invited.')
  expect(first.stdout).toMatch(/works once, and until \d{4}-\d\d-\d\d \d\d:\d\d UTC/)
  expect(rows('SELECT name, role, active FROM Manager')).toEqual([{ name: 'Anna Orlova', role: 'administrator', active: 1 }])
  expect(rows('SELECT codeHash, usedAt FROM Invitation')).toEqual([{ codeHash: invitationHash(first.code), usedAt: null }])

  const again = invite(asBuilt, '--email', 'anna@firm.example', '--role', 'manager')
  expect(again.stdout).toContain('The role stays administrator')
  expect(rows('SELECT id FROM Manager')).toHaveLength(1)
  expect(rows('SELECT codeHash FROM Invitation')).toEqual([{ codeHash: invitationHash(again.code) }])
  expect(rows<{ action: string }>('SELECT action FROM AuditEntry ORDER BY id').map(({ action }) => action)).toEqual(['created', 'invited', 'invited'])
}, 120_000)

test.each([
  [['--email', 'nobody@firm.example'], 'give --name'], [['--name', 'Olga'], '--email says whom'], [['--email', 'no address', '--name', 'x'], 'can\'t be read'],
  [['--email', 'a@firm.example', '--name', 'x', '--role', 'king'], 'must be one of'], [['--mail', 'a@firm.example'], 'usage'],
])('%j is answered with a sentence and makes nobody', (args, words) => {
  const answer = invite(asBuilt, ...args)
  expect(answer.status).toBe(1)
  expect(answer.stderr).toContain(words)
  expect(answer.stderr).not.toMatch(/\bat .*:\d+/)
  expect(rows('SELECT id FROM Manager')).toHaveLength(1)
})

test('a code that makes an administrator of whoever signs in with it is printed on demand, where people can sign in to the journal', () => {
  expect(invite(asBuilt, '--administrator')).toMatchObject({ status: 1, stderr: expect.stringContaining('set ENTRA_CLIENT_SECRET') as string })
  process.env.ENTRA_CLIENT_SECRET = 'a-secret-of-a-test'
  const offered = invite(asBuilt, '--administrator')
  delete process.env.ENTRA_CLIENT_SECRET
  expect([offered.status, offered.stdout.includes('makes an administrator')]).toEqual([0, true])
  const [kept] = rows<{ value: string }>("SELECT value FROM Setting WHERE name = 'first-administrator'")
  expect(kept!.value).toContain(invitationHash(offered.code))
  expect(kept!.value).not.toContain(offered.code)
})
