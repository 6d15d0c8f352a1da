#!/usr/bin/env node
// Stands where Prisma's command line expects its downloaded `schema-engine` binary (PRISMA_SCHEMA_ENGINE_BINARY): the same
// arguments and the same JSON-RPC on stdin and stdout, answered by the WebAssembly build of the same engine, which comes from
// the package registry. So nothing is fetched from elsewhere, and migrations can be written behind a proxy. SQLite only.
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { createRequire } from 'node:module'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const args = process.argv.slice(2)
const datasource = args.includes('--datasource') ? JSON.parse(args[args.indexOf('--datasource') + 1]) : {}
const url = datasource.url ?? 'file::memory:'
const file = url.replace(/^file:/, '')
const command = args.includes('cli') ? args[args.indexOf('cli') + 1] : undefined

if (args.includes('--version')) {
  process.stdout.write('schema-engine-cli wasm\n')
} else if (command === 'can-connect-to-database') {
  if (!fs.existsSync(file)) refuse('P1003', `Database ${url} does not exist`)
} else if (command === 'create-database') {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.closeSync(fs.openSync(file, 'a'))
} else if (command === 'drop-database') {
  removeDatabase()
} else {
  await answerRequests()
}

/** The form in which the command line reads a failure from the binary's stderr. */
function refuse(code, message) {
  const entry = { timestamp: new Date().toISOString(), level: 'ERROR', fields: { error_code: code, is_panic: false, message }, target: 'schema_engine::logger' }
  process.stderr.write(`\n${JSON.stringify(entry)}`)
  process.exitCode = 1
}

function removeDatabase() {
  for (const tail of ['', '-wal', '-shm', '-journal']) fs.rmSync(file + tail, { force: true })
}

/** The engine sends a whole migration as one raw statement; the adapter prepares one statement at a time. */
function runningScripts(adapter) {
  const executeRaw = adapter.executeRaw.bind(adapter)
  adapter.executeRaw = async (query) => (query.args?.length ? executeRaw(query) : (await adapter.executeScript(query.sql), 0))
  return adapter
}

function adapterFactory() {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const libsql = new PrismaLibSql({ url })
  return {
    provider: libsql.provider,
    adapterName: libsql.adapterName,
    connect: async () => runningScripts(await libsql.connect()),
    connectToShadowDb: async () => runningScripts(await libsql.connectToShadowDb()),
  }
}

async function loadEngineClass() {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import(path.join(folder, 'schema_engine_bg.js'))
  const wasm = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/** `--datamodels` takes one or more paths, up to the next flag. */
function datamodels() {
  const from = args.indexOf('--datamodels') + 1
  if (!from) return undefined
  const rest = args.slice(from)
  const end = rest.findIndex((word) => word.startsWith('--') || word === 'cli')
  return rest.slice(0, end < 0 ? undefined : end).map((name) => [name, fs.readFileSync(name, 'utf8')])
}

async function openEngine() {
  const SchemaEngine = await loadEngineClass()
  const bound = bindMigrationAwareSqlAdapterFactory(adapterFactory())
  const engine = await SchemaEngine.new({ datamodels: datamodels() }, () => {}, bound)
  return { engine, errors: bound.errorRegistry }
}

/** Puts the driver's own words in place of "External error id#n". */
function explain(error, errors) {
  const reference = /External error id#(\d+)/.exec(error?.message ?? '')
  const original = reference && errors?.consumeError(Number(reference[1]))
  if (original) error.message = error.message.replace(reference[0], String(original.error?.message ?? original.error))
  return error
}

async function ask({ engine, errors }, method, params) {
  try {
    return await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
  } catch (error) {
    // A database without the migrations table is an empty history to the binary and an error to this build: applying an empty
    // list makes the table (and refuses a database that is not empty), then the question is asked again.
    if (!/_prisma_migrations/.test(String(explain(error, errors)?.message)) || !params?.migrationsList) throw error
    await engine.applyMigrations({ migrationsList: { ...params.migrationsList, migrationDirectories: [] }, filters: params.filters ?? { externalTables: [], externalEnums: [] } })
    return engine[method](params)
  }
}

async function answerRequests() {
  let opened
  const send = (message) => new Promise((done) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`, done))
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : { result: null }
    if (request.result !== undefined) continue // the acknowledgement of a "print"
    try {
      if (request.method === 'reset') { // this build leaves SQLite's tables in place
        opened?.engine.free()
        opened = undefined
        removeDatabase()
        await send({ id: request.id, result: null })
        continue
      }
      opened ??= await openEngine()
      const result = await ask(opened, request.method, request.params)
      if (request.method === 'diff' && result?.stdout != null) await send({ id: 1000 + request.id, method: 'print', params: { content: result.stdout } })
      await send({ id: request.id, result: result ?? null })
    } catch (error) {
      const { message, meta, code } = explain(error, opened?.errors)
      await send({ id: request.id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data: { is_panic: false, message, meta, error_code: code } } })
    }
  }
}
