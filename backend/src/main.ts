import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig, SettingsError } from './config'
import { firstCodeWords } from './first-code-words'
import { startServer } from './server'

async function start() {
  const { values } = parseArgs({ options: { mailbox: { type: 'string' } } })
  const root = resolve(__dirname, '../../..')
  const config = readConfig()
  const running = await startServer({ config, root, ...(values.mailbox !== undefined && { mailFolder: resolve(values.mailbox) }) })
  const pages = running.demo ? { Journal: '/journal/', Outlook: '/demo/outlook', Gmail: '/demo/gmail', Calendars: '/demo/calendars' } : { Journal: '/journal/' }
  const lines = Object.entries(pages).map(([name, path]) => `  ${name.padEnd(9)} ${running.url}${path}`)
  process.stdout.write(`\nCounterpane is ready:\n${lines.join('\n')}\n\n`)
  if (running.firstCode) process.stdout.write(firstCodeWords({ ...running.firstCode, journal: `${config.PUBLIC_URL}/journal/` }))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)))
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError || isKnown(error) ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})

/** What the person who starts the program can mend needs a sentence, not a stack. */
function isKnown(error: unknown): boolean {
  return error instanceof Error && ('code' in error && ['EADDRINUSE', 'EACCES', 'ENOENT', 'SQLITE_CANTOPEN', 'ERR_PARSE_ARGS_UNKNOWN_OPTION'].includes(String(error.code)))
}
