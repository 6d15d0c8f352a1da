// node scripts/run.mjs <package>/<module> args…: builds what is out of date, then runs that module as the program
// (without the bundles for browsers, which only the server gives away).
// backend/src/commands/seed stands for backend/dist/src/commands/seed.js, tests/bench/main for tests/dist/bench/main.js.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import Module from 'node:module'
import { inRoot } from './files.mjs'

export function buildAndRun(module, args, buildFlags = ['--no-bundles']) {
  const build = spawnSync(process.execPath, [inRoot('scripts/build.mjs'), ...buildFlags], { stdio: ['ignore', process.stderr, process.stderr] })
  if (build.status !== 0) process.exit(build.status ?? 1)
  const file = inRoot(module.replace(/^(backend|manifests|tests)\//, '$1/dist/').replace(/^(shared|addin-gmail)\/src\//, '$1/dist/') + '.js')
  if (!existsSync(file)) {
    process.stderr.write(`There is no module ${module}\n`)
    process.exit(1)
  }
  process.setSourceMapsEnabled(true)
  process.argv = [process.execPath, file, ...args]
  Module.runMain()
}

if (process.argv[1] === inRoot('scripts/run.mjs')) {
  const [module, ...args] = process.argv.slice(2)
  if (!module) {
    process.stderr.write('usage: node scripts/run.mjs <module> [arguments]\n')
    process.exit(1)
  }
  buildAndRun(module, args)
}
