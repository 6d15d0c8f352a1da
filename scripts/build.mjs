// npm run build: the database client, then everything Node runs, then everything browsers load; only what is out of date.
import { makeBundles } from './bundles.mjs'
import { drawIcons } from './icons.mjs'
import { generateClient } from './prisma.mjs'
import { transpile } from './transpile.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const startedAt = Date.now()
try {
  if (generateClient()) say('generated the database client')
  const { written, removed } = transpile()
  if (written || removed) say(`transpiled ${written} files${removed ? `, removed ${removed}` : ''}`)
  if (!process.argv.includes('--no-bundles')) {
    const icons = drawIcons()
    if (icons > 0) say(`drew ${icons} icons`)
    await makeBundles(say)
  }
  say(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
