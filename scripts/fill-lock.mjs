// node scripts/fill-lock.mjs: completes package-lock.json after `npm install`.
// A registry that does not carry a package's variants for other systems leaves them out of the lock, and `npm ci` then refuses it;
// addresses of the registry in use have no place in the lock either.
import fs from 'node:fs'
import { inRoot } from './files.mjs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'windows', 'openharmony', 'sunos', 'netbsd', 'openbsd', 'aix']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64']

const file = inRoot('package-lock.json')
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))

/** The places where Node looks for a package asked for by the one at `at`, nearest first. */
function* placesFor(name, at) {
  for (let folder = at; ; folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '') {
    yield `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (!folder) return
  }
}

function entryFor(name, range, dev) {
  const words = name.split(/[-/]/)
  const system = systems.find((word) => words.includes(word))
  const processor = processors.find((known) => words.some((word) => word === known || (known === 'arm' && /^arm(?!64)/.test(word))))
  return { version: range.replace(/^[\^~]/, ''), ...(processor && { cpu: [processor] }), ...(dev && { dev: true }), optional: true, os: [system === 'windows' ? 'win32' : system ?? 'none'] }
}

let added = 0
for (const [at, entry] of Object.entries({ ...lock.packages })) {
  if (!entry.link) delete entry.resolved // a workspace's link names its folder there
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if ([...placesFor(name, at)].some((place) => lock.packages[place])) continue
    lock.packages[`node_modules/${name}`] = entryFor(name, range, entry.dev)
    added++
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added} entries added\n`)
