import type { HttpClient } from '@counterpane/shared/contract/http-client'
import type { RetentionRules } from '@counterpane/shared/contract/trail'
import { retentionRules } from '@counterpane/shared/domain/trail-codes'
import { createRetentionRun } from '@counterpane/backend/features/retention/retention-run'
import { createRetentionRepository } from '@counterpane/backend/features/retention/retention.repository'
import { createRetention } from '@counterpane/backend/features/retention/retention.service'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
let olga: HttpClient
let admin: HttpClient
beforeEach(async () => {
  server = await startTestServer({ seed: 'team' })
  ;[olga, admin] = await Promise.all([server.as('olga@demo.example'), server.as('admin@demo.example')])
}, 60_000)
afterEach(() => server.close())

const off: RetentionRules = { audit: null, undoneContacts: null, undoneFiles: null, importProblems: null, sessions: null, digests: null, signInAttempts: null }
const none = Object.fromEntries(retentionRules.map((rule) => [rule, 0]))
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code)
const daysAgo = (days: number) => new Date(server.clock.now().getTime() - days * 86_400_000)
const entries = (count: number, days: number, name: string) => server.db.prisma.auditEntry.createMany({ data: Array.from({ length: count }, (_, i) => ({ id: `${name}-${i}`, at: daysAgo(days), noun: 'setting', nounId: name, action: 'changed' })) })

test('off by default: everything is kept, and a run deletes nothing', async () => {
  await entries(3, 5_000, 'old')
  expect(await admin('getRetention')).toEqual({ rules: off, lastRunAt: null, lastDeleted: null })
  expect(await admin('runRetention')).toEqual({ deleted: none, more: false, busy: false })
  expect(await server.db.prisma.auditEntry.count({ where: { nounId: 'old' } })).toBe(3)
})

test('a preview tells what would go, and deletes nothing', async () => {
  await entries(1_200, 200, 'old')
  await entries(5, 10, 'young')
  expect(await admin('previewRetention', { body: { ...off, audit: 100 } })).toEqual({ ...none, audit: 1_200 })
  expect(await server.db.prisma.auditEntry.count({ where: { nounId: 'old' } })).toBe(1_200)
})

test('what is too old goes in small batches, what is young stays, and the trail counts it', async () => {
  await entries(1_200, 200, 'old')
  await entries(5, 10, 'young')
  await admin('putRetention', { body: { ...off, audit: 100 } })
  expect(await admin('runRetention')).toEqual({ deleted: { ...none, audit: 1_200 }, more: false, busy: false })
  expect([await server.db.prisma.auditEntry.count({ where: { nounId: 'old' } }), await server.db.prisma.auditEntry.count({ where: { nounId: 'young' } })]).toEqual([0, 5])
  const told = (await admin('searchTrail', { query: { noun: 'retention' } })).items
  expect(told).toEqual([expect.objectContaining({ action: 'removed', manager: expect.objectContaining({ id: 'm-admin' }) as unknown, fields: [{ field: 'audit', before: '0', after: '1200' }] })])
  expect(await admin('getRetention')).toMatchObject({ lastDeleted: { audit: 1_200 } })
})

test('undone contacts go with their text and files; standing ones, and those a calendar speaks of, stay', async () => {
  const make = () => olga('createContact', { body: { startsAt: '2024-01-01T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held', counterpartyId: 'cp-vektor', content: 'xqword' } })
  const [undone, held, stands] = [await make(), await make(), await make()]
  const file = await olga('addAttachment', { id: undone.id, body: { name: 'scan.pdf', size: 3 } })
  await server.raw('PUT', `/api/attachments/${file.id}/content`, { as: 'olga@demo.example', body: 'abc', headers: { 'content-type': 'application/octet-stream' } })
  await server.db.prisma.contact.updateMany({ where: { id: { in: [undone.id, held.id] } }, data: { undoneAt: daysAgo(400) } })
  await server.db.prisma.calendarMeeting.create({ data: { calendarKey: 'k', contactId: held.id, given: {}, updatedAt: daysAgo(400) } })
  await admin('putRetention', { body: { ...off, undoneContacts: 365 } })
  expect((await admin('runRetention')).deleted.undoneContacts).toBe(1)
  const left = await server.db.prisma.contact.findMany({ where: { id: { in: [undone.id, held.id, stands.id] } }, select: { id: true } })
  expect(left.map(({ id }) => id).sort()).toEqual([held.id, stands.id].sort())
  expect([await server.db.prisma.contactText.count({ where: { contactId: undone.id } }), await server.db.prisma.attachment.count({ where: { id: file.id } })]).toEqual([0, 0])
})

test('files of undone contacts lose their bytes and keep their facts', async () => {
  const contact = await olga('createContact', { body: { startsAt: '2024-01-01T10:00:00Z', method: 'call', direction: 'outgoing', status: 'held' } })
  const file = await olga('addAttachment', { id: contact.id, body: { name: 'scan.pdf', size: 3 } })
  await server.raw('PUT', `/api/attachments/${file.id}/content`, { as: 'olga@demo.example', body: 'abc', headers: { 'content-type': 'application/octet-stream' } })
  await server.db.prisma.contact.update({ where: { id: contact.id }, data: { undoneAt: daysAgo(400) } })
  await admin('putRetention', { body: { ...off, undoneFiles: 365 } })
  expect((await admin('runRetention')).deleted).toEqual({ ...none, undoneFiles: 1 })
  expect(await server.db.prisma.attachment.findUnique({ where: { id: file.id } })).toMatchObject({ name: 'scan.pdf', contentHash: null })
  expect((await admin('runRetention')).deleted.undoneFiles).toBe(0)
})

test('sessions, notes of digests, sign-in attempts and import reports go by their own time', async () => {
  const old = daysAgo(100)
  const { prisma } = server.db
  await prisma.session.create({ data: { tokenHash: 'old', managerId: 'm-olga', createdAt: old, seenAt: old, expiresAt: old } })
  await prisma.digestSent.create({ data: { managerId: 'm-olga', kind: 'mine', day: '2026-01-01', state: 'sent', at: old } })
  await prisma.signInAttempt.create({ data: { stateHash: 'old', provider: 'google', sealed: '', browserHash: '', expiresAt: old } })
  await prisma.import.create({ data: { id: 'i', fileName: 'a.csv', fileHash: 'h', state: 'done', mapping: {}, startedAt: old, finishedAt: old, problems: { create: [{ position: 1, row: 2, field: 'name', message: 'x' }] } } })
  await admin('putRetention', { body: { ...off, sessions: 30, digests: 30, signInAttempts: 30, importProblems: 30 } })
  expect((await admin('runRetention')).deleted).toEqual({ ...none, sessions: 1, digests: 1, signInAttempts: 1, importProblems: 1 })
  expect(await admin('me')).toMatchObject({ id: 'm-admin' })
})

test('two at once: one deletes, the other is told that it is being done; what a dead one held is taken over', async () => {
  await entries(700, 200, 'old')
  await admin('putRetention', { body: { ...off, audit: 100 } })
  const { db, clock } = server
  const repository = createRetentionRepository(db)
  const retention = createRetention({ db, retention: repository, clock })
  const run = createRetentionRun({ db, repository, retention, clock, store: { removeOlder: async () => false }, batch: 50 })
  const both = await Promise.all([run({ managerId: null }), run({ managerId: null })])
  expect(both.map(({ busy }) => busy).sort()).toEqual([false, true])
  expect(both.reduce((sum, { deleted }) => sum + deleted.audit, 0)).toBe(700)
  await db.prisma.setting.update({ where: { name: 'retention-lease' }, data: { value: { owner: 'dead', until: clock.now().getTime() + 60_000 } } })
  expect((await run({ managerId: null })).busy).toBe(true)
  await db.prisma.setting.update({ where: { name: 'retention-lease' }, data: { value: { owner: 'dead', until: clock.now().getTime() - 1 } } })
  expect((await run({ managerId: null })).busy).toBe(false)
})

test('too short a time, half a rule and a stranger are refused', async () => {
  expect(await codeOf(admin('putRetention', { body: { ...off, audit: 89 } }))).toBe('invalid-request')
  expect(await codeOf(admin('putRetention', { body: { audit: 100 } as RetentionRules }))).toBe('invalid-request')
  for (const name of ['getRetention', 'runRetention'] as const) expect(await codeOf(olga(name))).toBe('forbidden')
})
