import { seenSql } from './seen-sql'
import { inRequest, keepSight, currentSight, narrow, asHouse, type Sight } from './sight'

const sight: Sight = { near: ['m-1'], named: [], hiddenOf: () => new Set() }

test('a question about clients is asked of those that are seen, with the sight as its first parameter', () => {
  const { sql, parameters } = seenSql('SELECT k.id FROM Counterparty k WHERE k.name > ? LIMIT ?', ['a', 5], sight)
  expect(sql).toMatch(/^WITH Counterparty AS NOT MATERIALIZED \(SELECT x\.\* FROM main\.Counterparty x WHERE .*\) SELECT k\.id FROM Counterparty k WHERE k\.name > \? LIMIT \?$/s)
  expect(parameters).toEqual(['{"near":["m-1"],"named":[]}', 'a', 5])
})

test('a question about nothing of clients stays as it is', () => {
  expect(seenSql('SELECT name FROM Manager WHERE id = ?', ['m-1'], sight)).toEqual({ sql: 'SELECT name FROM Manager WHERE id = ?', parameters: ['m-1'] })
})

test('numbered parameters move on by one, an index that is insisted on is left to the planner, the row number is there when it is asked for', () => {
  const { sql } = seenSql('SELECT c.rowid FROM "Contact" c INDEXED BY "Contact_journal_idx" WHERE c.startsAt < ?2 AND c.id = ?1', ['id', 1], sight)
  expect(sql).toContain('x.rowid AS rowid')
  expect(sql).toMatch(/SELECT c\.rowid FROM "Contact" c WHERE c\.startsAt < \?3 AND c\.id = \?2$/)
})

test('table expressions of the question itself come after the shadows, recursive ones too', () => {
  expect(seenSql('WITH d AS (SELECT id FROM Task) SELECT id FROM d', [], sight).sql).toMatch(/^WITH Task AS NOT MATERIALIZED .*, d AS \(SELECT id FROM Task\) SELECT id FROM d$/s)
  expect(seenSql(' with recursive d (id) AS (SELECT id FROM Task) SELECT id FROM d', [], sight).sql).toMatch(/^WITH recursive Task AS NOT MATERIALIZED/)
})

test('however a table is written, its shadow is in the way', () => {
  for (const from of ['Contact', '"Contact"', 'contact', 'CONTACT c']) expect(seenSql(`SELECT 1 FROM ${from}`, [], sight).sql).toContain('main.Contact x')
})

test('a source that is read later, from outside the request, makes each piece with the sight of the request that opened it', async () => {
  async function* sources() { for (let at = 0; at < 3; at++) { yield currentSight(); await Promise.resolve() } }
  const [kept, plain] = inRequest(() => { narrow(sight); return [keepSight(sources()), sources()] as const })
  const read = async <T>(source: AsyncIterable<T>) => { const all: T[] = []; for await (const one of source) all.push(one); return all }
  expect(await asHouse(() => read(kept))).toEqual([sight, sight, sight])
  expect(await asHouse(() => read(plain))).toEqual([null, null, null])
})
