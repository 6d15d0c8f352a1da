// What browsers load: one webpack run for each bundle that has changed since its last one.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { changedAt, inRoot, newest, root, writeWhole } from './files.mjs'

const require = createRequire(import.meta.url)
const bundles = [
  { name: 'the Outlook pane', folder: 'addin-outlook' },
  { name: 'the journal', folder: 'backend/journal' },
]

/** The last run's note names what webpack read and wrote; when all of it is there and none is newer than the run, nothing is to do. */
function upToDate(note) {
  if (!fs.existsSync(note)) return false
  const { read, written } = JSON.parse(fs.readFileSync(note, 'utf8'))
  return [...read, ...written].every((name) => fs.existsSync(inRoot(name))) && newest(read.map((name) => inRoot(name))) < changedAt(note)
}

async function runWebpack(configFile) {
  const webpack = require('webpack')
  const loaded = require(configFile)
  const compiler = webpack(typeof loaded === 'function' ? loaded({}, { mode: 'production' }) : loaded)
  const result = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))))
  await new Promise((resolve) => compiler.close(resolve))
  if (result.hasErrors()) throw new Error(`webpack of ${path.relative(root, configFile)} failed\n${result.toString({ all: false, errors: true, colors: false })}`)
  return result.stats ?? [result]
}

const ours = (file) => file.startsWith(root + path.sep) && !file.includes('node_modules')

function whatItTouched(allStats) {
  const compilations = allStats.map((stats) => stats.compilation)
  const read = compilations.flatMap((compilation) => [...compilation.fileDependencies]).filter((file) => ours(file) && fs.statSync(file, { throwIfNoEntry: false })?.isFile())
  const written = compilations.flatMap((compilation) => Object.keys(compilation.assets).map((name) => path.join(compilation.outputOptions.path, name.split('?')[0])))
  return { read: [...new Set(read)], written }
}

/** Gives the names of the bundles that were made. */
export async function makeBundles(report = () => {}) {
  const made = []
  for (const { name, folder } of bundles) {
    const configFile = inRoot(folder, 'webpack.config.cjs')
    const note = inRoot('.cache/bundles', `${folder.replaceAll('/', '-')}.json`)
    if (!fs.existsSync(configFile) || upToDate(note)) continue
    const startedAt = Date.now()
    const { read, written } = whatItTouched(await runWebpack(configFile))
    const rules = [configFile, inRoot('scripts/webpack.base.cjs'), inRoot('package-lock.json')].filter(fs.existsSync)
    const names = (files) => files.map((file) => path.relative(root, file))
    writeWhole(note, JSON.stringify({ read: names([...read, ...rules]), written: names(written) }))
    fs.utimesSync(note, startedAt / 1000, startedAt / 1000) // what changes while webpack runs is built again next time
    report(`bundled ${name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
    made.push(name)
  }
  return made
}
