import { seenRows } from '@counterpane/backend/platform/visibility/seen-rows'
import { startTestServer, type TestServer } from '../support/test-server'

let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

/** Tables whose rows are shown to everybody, or only to the manager or administrator whom they belong to: why each needs no condition of its own. */
const open: Record<string, string> = {
  ...Object.fromEntries(['Firm', 'Team', 'Manager', 'ManagerFirm', 'ManagerAddress', 'OwnDomain', 'ContactType', 'AdSource', 'DictionaryWord', 'AttributeDefinition', 'Setting'].map((table) => [table, 'our own organisation'])),
  ...Object.fromEntries(['Session', 'Identity', 'SignInAttempt', 'Invitation', 'FollowedConversation', 'SendOrder', 'DigestSent', 'CalendarMailbox', 'CalendarSubscription', 'CalendarEntry', 'CalendarEntryAddress', 'CalendarProblem', 'CalendarConsent'].map((table) => [table, 'read for the manager to whom it belongs'])),
  ...Object.fromEntries(['Segment', 'ClientSelection', 'SavedView'].map((table) => [table, 'questions, not answers: what they find is asked anew'])),
  ...Object.fromEntries(['NeverRegister', 'SenderDecision', 'ExcludedMessage', 'Suppression'].map((table) => [table, 'rules about letters that are nobody\'s, asked by an address or a key that the caller holds'])),
  ...Object.fromEntries(['ContactWords', 'ContactMarks', '_client_trigrams'].map((table) => [table, 'full-text indexes: what they find is joined to contacts or clients'])),
  ...Object.fromEntries(['_derived', '_prisma_migrations', '_text_fold', '_client_text_state'].map((table) => [table, 'the database\'s own book-keeping'])),
}
const tables = () => server.db.sql.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
  .filter(({ name }, _at, all) => !all.some((other) => /^CREATE VIRTUAL/i.test(other.sql) && name.startsWith(`${other.name}_`)))

test('of every table it is said which rows a narrowed sight sees, or why that need not be said', () => {
  const names = tables().map(({ name }) => name)
  expect(names.filter((name) => !seenRows[name] && !open[name])).toEqual([])
  expect([...Object.keys(seenRows), ...Object.keys(open)].filter((name) => !names.includes(name))).toEqual([])
})

test('no table that stands open names a client, a contact, a person or a task, but those whose rows are the caller\'s own', () => {
  const naming = tables().filter(({ name, sql }) => open[name] && /"?(counterpartyId|personId|contactId|taskId)"?\s/.test(sql)).map(({ name }) => name)
  expect(naming).toEqual(['SendOrder'])
})

test('every condition is a question that the database understands', () => {
  for (const [table, seen] of Object.entries(seenRows)) expect(() => server.db.sql.all(`SELECT COUNT(*) AS n FROM main.${table} x WHERE ?1 IS NOT NULL AND ${seen}`, ['{"near":[],"named":[]}'])).not.toThrow()
})
