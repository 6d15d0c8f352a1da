// TypeScript to what Node runs, file by file: types are taken off by swc and checked elsewhere (`npm run types`).
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'
import { changedAt, filesBelow, inRoot, newest, writeWhole } from './files.mjs'

const trees = [
  { from: 'shared/src', to: 'shared/dist' },
  { from: 'addin-gmail/src', to: 'addin-gmail/dist' },
  { from: 'manifests/src', to: 'manifests/dist/src' },
  { from: 'backend/src', to: 'backend/dist/src' },
  { from: 'backend/prisma', to: 'backend/dist/prisma' },
  { from: 'tests', to: 'tests/dist', skip: ['dist', 'fixtures', 'e2e', 'api', 'architecture', 'contract', 'sweep'] },
]
const isSource = (name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name)
/** Read at run time from beside the code: pages of the demo, migrations. */
const isCompanion = (name) => /\.(html|css|svg|png|ico|json|sql|js|txt)$/.test(name) && !/(^|\/)(package|tsconfig)[^/]*\.json$/.test(name)

const options = {
  sourceMaps: true,
  module: { type: 'commonjs' },
  jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, keepClassNames: true },
}
const plainOptions = { ...options, jsc: { ...options.jsc, parser: { syntax: 'typescript', tsx: false } } }

function transpileFile(source, target) {
  const { code, map } = transformSync(fs.readFileSync(source, 'utf8'), {
    ...(source.endsWith('x') ? options : plainOptions), filename: source, sourceFileName: path.relative(path.dirname(target), source),
  })
  writeWhole(`${target}.map`, map)
  writeWhole(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`)
}

function transpileTree({ from, to, skip }, rulesChangedAt) {
  const names = filesBelow(inRoot(from), { skip })
  const wanted = new Set()
  let written = 0
  for (const name of names) {
    const source = inRoot(from, name)
    const target = inRoot(to, isSource(name) ? name.replace(/\.tsx?$/, '.js') : name)
    if (!isSource(name) && !isCompanion(name)) continue
    wanted.add(target).add(`${target}.map`)
    if (changedAt(target) > Math.max(changedAt(source), rulesChangedAt)) continue
    if (isSource(name)) transpileFile(source, target)
    else writeWhole(target, fs.readFileSync(source))
    written++
  }
  return { written, removed: removeStale(inRoot(to), wanted) }
}

function removeStale(folder, wanted) {
  const stale = filesBelow(folder).map((name) => path.join(folder, name)).filter((file) => !wanted.has(file) && !file.endsWith('.half'))
  for (const file of stale) fs.rmSync(file, { force: true })
  return stale.length
}

export function transpile() {
  const rulesChangedAt = newest([fileURLToPath(import.meta.url)])
  const sum = { written: 0, removed: 0 }
  for (const tree of trees) {
    const { written, removed } = transpileTree(tree, rulesChangedAt)
    sum.written += written
    sum.removed += removed
  }
  return sum
}
