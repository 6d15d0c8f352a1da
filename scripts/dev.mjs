// npm run dev: the demo, built again and started again whenever a source changes.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { inRoot } from './files.mjs'

const watched = ['shared/src', 'shared/ui', 'addin-gmail/src', 'addin-outlook/src', 'backend/src', 'backend/journal/src', 'backend/prisma/schema.prisma', 'backend/prisma/migrations']
const quietMs = 200
let server
let timer

const build = () => spawnSync(process.execPath, [inRoot('scripts/build.mjs')], { stdio: 'inherit' }).status === 0

function restart() {
  if (!build()) return
  const next = () => { server = spawn(process.execPath, ['--enable-source-maps', inRoot('backend/dist/src/main.js'), ...process.argv.slice(2)], { stdio: 'inherit' }) }
  if (!server || server.exitCode !== null) return next()
  server.once('exit', next)
  server.kill('SIGTERM')
}

for (const name of watched) {
  if (!fs.existsSync(inRoot(name))) continue
  fs.watch(inRoot(name), { recursive: fs.statSync(inRoot(name)).isDirectory() }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, quietMs)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (!server || server.exitCode !== null) process.exit(0)
    server.once('exit', () => process.exit(0))
    server.kill('SIGTERM')
  })
}
restart()
