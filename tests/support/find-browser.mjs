// Before the browser tests: finds the browser and says where it is. It comes inside a package, so nothing needs to be installed on the
// machine; CHROMIUM_PATH names another one.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.resolve(fileURLToPath(import.meta.url), '../../../.cache/browser')

const starts = (file) => spawnSync(file, ['--version'], { encoding: 'utf8' }).status === 0

/** The package unpacks itself into the folder for temporary files: ours, so that it is unpacked once and nobody else's. */
async function unpack() {
  const temporary = process.env.TMPDIR
  fs.mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    const file = await chromium.executablePath()
    if (!starts(file)) { // a bare machine: the few system libraries that it lacks come along too
      const libraries = await inflate(path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br'))
      process.env.LD_LIBRARY_PATH = [path.join(libraries, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    }
    if (!fs.existsSync('/etc/fonts/fonts.conf')) useOwnFonts()
    return file
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
}

function useOwnFonts() {
  const fonts = path.join(folder, 'fonts')
  fs.writeFileSync(path.join(fonts, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${fonts}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`)
  process.env.FONTCONFIG_PATH ??= fonts
}

export default async function findBrowser() {
  if (process.env.CHROMIUM_PATH === undefined) {
    process.env.CHROMIUM_PATH = await unpack()
    if (!starts(process.env.CHROMIUM_PATH)) { // unpacking was cut short once: anew
      fs.rmSync(folder, { recursive: true, force: true })
      process.env.CHROMIUM_PATH = await unpack()
    }
  }
  if (!starts(process.env.CHROMIUM_PATH)) throw new Error(`The browser ${process.env.CHROMIUM_PATH} does not start; name another with CHROMIUM_PATH`)
}
