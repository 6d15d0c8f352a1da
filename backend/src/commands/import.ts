import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createTableSource } from '../adapters/tables/open-table'
import { readConfig, SettingsError } from '../config'
import { createClientFinding } from '../features/clients/client-finding.repository'
import { writeClientPlan } from '../features/clients/client-imports.repository'
import { guessMapping } from '../features/imports/guess-mapping'
import { runImport, type ImportReport } from '../features/imports/import-run'
import { createManagerNames } from '../features/imports/manager-names.repository'
import { namedMapping } from '../features/imports/named-mapping'
import { createSourceNames } from '../features/imports/source-names.repository'
import { createSuppressions } from '../features/personal-data/suppression'
import { filePathOf } from '../platform/db/connection'
import { openDatabase } from '../platform/db/database'
import { clockFrom, machineClock } from '../ports/clock'

const usage = `usage: npm run import -- FILE [--map mapping.json] [--dry-run]
FILE: clients and contact persons as CSV (UTF-8, UTF-16, windows-1251), Excel workbook (.xlsx) or address cards (.vcf)
--map: { "words above a column": "field", … } in JSON; without it columns are recognised by the words above them
--dry-run: says what would be done, writes nothing`
class UsageError extends Error {}

interface Options { file: string; map: unknown; dryRun: boolean }
function readOptions(args: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { map: { type: 'string' }, 'dry-run': { type: 'boolean' } } })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Error(file === undefined ? 'Which file?' : `One file at a time, not "${more.join('", "')}" too`)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}`)
    return { file, map: values.map === undefined ? null : readMap(values.map), dryRun: values['dry-run'] ?? false }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
function readMap(file: string): unknown {
  try { return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) } catch (error) { throw new Error(`${file} can't be read as JSON: ${(error as Error).message}`, { cause: error }) }
}

async function run(args: readonly string[]): Promise<void> {
  const { file, map, dryRun } = readOptions(args)
  const config = readConfig()
  const clock = config.COUNTERPANE_CLOCK ? clockFrom(config.COUNTERPANE_CLOCK) : machineClock
  const stop = new AbortController()
  process.once('SIGINT', () => { stop.abort(); process.stderr.write('Stopping after this batch…\n') })
  const table = await createTableSource().open(resolve(file))
  const mapping = mappingOf(map, table.header)
  const db = await openDatabase({ path: resolve(filePathOf(config.DATABASE_URL)) })
  const suppressions = createSuppressions({ sql: db.sql, secrets: config.COUNTERPANE_SECRET?.split(',') ?? [] })
  try {
    const startedAt = performance.now()
    let said = 0
    const report = await runImport({ db, clock, needs: { find: createClientFinding(db.sql), write: writeClientPlan, names: () => ({ managerIdOf: createManagerNames(db.sql), adSourceIdOf: createSourceNames(db.sql) }), erasedOf: suppressions.erasedOf, gained: () => undefined } }, {
      table, mapping, fileName: basename(file), managerId: null, locale: 'en', keep: dryRun ? 'nothing' : 'all', signal: stop.signal,
      onProgress: ({ rows }) => { if (rows - said >= 10_000) { said = rows; process.stderr.write(`${rows.toLocaleString('en')} rows, ${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`) } },
    })
    process.stderr.write(`${table.header.map((title, at) => `${title} → ${mapping[at] ?? '(left out)'}`).join('\n')}\n`)
    process.stdout.write(`${JSON.stringify(told(report))}\n`)
    if (report.stopped) process.exitCode = 130
  } finally {
    await db.close()
  }
}

function mappingOf(map: unknown, header: readonly string[]) {
  const mapping = map === null ? guessMapping(header) : namedOrUsage(map, header)
  if (mapping.some((field) => field === 'name' || field?.startsWith('person'))) return mapping
  throw new UsageError(`No column was recognised as a client's or a person's name. The file has ${header.map((title) => `"${title}"`).join(', ')}; say which is what with --map.`)
}
function namedOrUsage(map: unknown, header: readonly string[]) {
  try { return namedMapping(map, header) } catch (error) { throw new UsageError(`--map: ${(error as Error).message}`) }
}
const told = ({ rows, created, updated, skipped, problems, problemCount, id }: ImportReport) => ({ rows, created, updated, skipped, problems, ...(problemCount > problems.length && { problemCount }), ...(id && { importId: id }) })

run(process.argv.slice(2)).catch((error: unknown) => {
  const explained = error instanceof UsageError || error instanceof SettingsError
  const words = error instanceof Error ? error.message.replace(/^[a-z-]+: /, '') : String(error)
  process.stderr.write(explained ? `${error.message}\n${error instanceof UsageError ? `${usage}\n` : ''}` : `The file could not be imported: ${words}\n`)
  process.exitCode = 1
})
