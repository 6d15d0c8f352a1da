import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { checkGmail } from './check/check-gmail'
import { checkOutlook, type CheckResult } from './check/check-outlook'
import { inWords } from './check/finding'
import { gmailPackage, whyNoDeployment } from './gmail/gmail-package'
import { scopesFor } from './gmail/gmail-scopes'
import { type ManifestOptions, type ManifestSettings, parseManifestOptions, usage } from './manifest-options'
import { outlookPackage, type PackageFiles } from './outlook/outlook-package'
import { ManifestUsageError } from './server-address'

/** What administrators install, one package for each mail client; each has a folder of its own. */
interface MailClientPackage {
  folder: string
  make: (settings: ManifestSettings) => PackageFiles
  check: (files: PackageFiles) => Promise<CheckResult>
  /** What the administrator must still be told of what was written, or why something was not. */
  remarks: (settings: ManifestSettings) => string[]
}
const packages: MailClientPackage[] = [
  {
    folder: 'outlook', make: outlookPackage, check: checkOutlook,
    remarks: ({ url }) => (url.startsWith('http:') ? ['The unified manifest allows https only: none was written.'] : []),
  },
  {
    folder: 'gmail', make: gmailPackage, check: checkGmail,
    remarks: (settings) => [whyNoDeployment(settings) ?? ['The Gmail add-on asks for:', ...scopesFor(settings).map(({ scope, reason }) => `  ${scope}\n    ${reason}`)]].flat(),
  },
]

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function readFolder(folder: string): PackageFiles {
  if (!existsSync(folder)) throw new ManifestUsageError(`There is nothing in ${folder}: write the manifests first, or give --url`)
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(names.map((name) => [relative(folder, name).replaceAll('\\', '/'), readFileSync(name)]))
}

/** What an earlier run wrote and this one does not is taken away: an old unified manifest beside a new XML one would be installed some day. */
function writeFolder(folder: string, files: PackageFiles): void {
  const stale = existsSync(folder) ? [...readFolder(folder).keys()].filter((name) => !files.has(name) && /\.(xml|json|zip)$/.test(name)) : []
  for (const name of stale) rmSync(join(folder, name))
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

async function run({ check, settings, folder }: ManifestOptions): Promise<number> {
  let faults = 0
  for (const one of packages) {
    const place = join(folder, one.folder)
    const files = settings ? one.make(settings) : readFolder(place)
    const { findings, notes } = await one.check(files)
    for (const finding of findings) process.stderr.write(`${inWords(finding)}\n`)
    faults += findings.length
    if (check) notes.forEach(say)
    if (check || findings.length) continue
    writeFolder(place, files)
    for (const name of files.keys()) if (!name.startsWith('icons/')) say(`wrote ${join(place, name)}`)
    say(`wrote ${[...files.keys()].filter((name) => name.startsWith('icons/')).length} pictures to ${join(place, 'icons')}`)
    if (settings) one.remarks(settings).forEach(say)
  }
  if (check && !faults) say('No faults were found.')
  return faults
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const faults = await run(parseManifestOptions(args))
    if (faults) process.stderr.write(`${faults} ${faults === 1 ? 'fault was' : 'faults were'} found\n`)
    process.exitCode = faults ? 1 : 0
  } catch (error) {
    if (!(error instanceof ManifestUsageError)) throw error
    process.stderr.write(`${error.message}\n${usage}\n`)
    process.exitCode = 1
  }
}

void main(process.argv.slice(2))
