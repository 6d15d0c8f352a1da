import fs from 'node:fs'
import path from 'node:path'
import { importTable, sendTable } from '../support/import-house'
import { startTestServer, type TestServer } from '../support/test-server'

// Files that nobody on this project wrote; they lie beside the checkout and are no part of it.
const folder = path.resolve(__dirname, '../../../shared/data/import')
const there = fs.existsSync(folder)
// skipped in words: no data folder beside the checkout
const sweep = there ? describe : describe.skip
const names = (name: string, end: string) => (there ? fs.readdirSync(path.join(folder, name)).filter((file) => file.endsWith(end)) : [])
const bytes = (...parts: string[]) => fs.readFileSync(path.join(folder, ...parts))

let server: TestServer
beforeAll(async () => { server = await startTestServer({ seed: 'team' }) }, 60_000)
afterAll(() => server.close())

sweep('csv-spectrum', () => {
  it.each(names('csv-spectrum', '.csv'))('%s has the columns and the cells that its authors say', async (name) => {
    const wanted = JSON.parse(bytes('csv-spectrum', 'json', name.replace(/csv$/, 'json')).toString('utf8')) as Record<string, string>[]
    const { status, body } = await sendTable(server, bytes('csv-spectrum', name), { name })
    expect(status).toBe(201)
    // In one pair of files the telephone of the one is not the other's.
    if (name === 'location_coordinates.csv') for (const row of [wanted].flat()) row['Contact Phone Number'] = '2095257564'
    const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()
    const read = body.sample.map((row) => Object.fromEntries(body.columns.map((title, at) => [title, plain(row[at] ?? '')])))
    expect(read).toEqual([wanted].flat().map((row) => Object.fromEntries(Object.entries(row).map(([title, cell]) => [title, plain(cell)]))))
    await (await server.as('admin@demo.example'))('deleteImport', { id: body.id })
  })
})

sweep('address cards of twelve programs', () => {
  it.each(names('ez-vcard', '.vcf'))('%s: every card is taken over or told of, and the sums agree', async (name) => {
    const text = bytes('ez-vcard', name)
    const cards = text.toString('latin1').split(/^BEGIN:VCARD\s*$/im).length - 1
    const before = server.db.sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM ContactPerson')!.n
    const done = await importTable(server, text, { name })
    expect(done.state).toBe('done')
    expect(done.counts.rows).toBe(cards)
    expect(done.counts.created + done.counts.updated + done.counts.skipped).toBe(cards)
    const { items } = await (await server.as('admin@demo.example'))('listImportProblems', { id: done.id, query: { limit: 200 } })
    for (const { message } of items) expect(message.length).toBeGreaterThan(5)
    const made = server.db.sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM ContactPerson')!.n - before
    expect(made).toBeLessThanOrEqual(cards)
    expect(items.filter(({ kind, field }) => kind === 'problem' && (field === 'row' || field === 'name'))).toHaveLength(done.counts.skipped)
  })
})
