// Prisma's command line with the engine that came with the packages, so that nothing is downloaded.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { changedAt, filesBelow, inRoot, newest } from './files.mjs'

const commandLine = createRequire(import.meta.url).resolve('prisma/build/index.js')

export function prisma(...args) {
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', PRISMA_SCHEMA_ENGINE_BINARY: inRoot('backend/prisma/schema-engine.mjs') }
  return spawnSync(process.execPath, [commandLine, ...args], { cwd: inRoot('backend'), env, encoding: 'utf8' })
}

/** Writes the database client anew when the schema is newer than it. */
export function generateClient() {
  const written = filesBelow(inRoot('backend/prisma/generated')).map((name) => inRoot('backend/prisma/generated', name))
  const sources = [inRoot('backend/prisma/schema.prisma'), inRoot('backend/prisma.config.ts')]
  if (written.length && Math.min(...written.map(changedAt)) > newest(sources)) return false
  const { status, stdout, stderr } = prisma('generate')
  if (status !== 0) throw new Error(`prisma generate failed\n${stdout}${stderr}`)
  return true
}
