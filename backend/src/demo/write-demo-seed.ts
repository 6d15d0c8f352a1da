import { demoSizes } from '../../prisma/seed/seed-plan'
import { writeSeed } from '../../prisma/seed/write-seed'
import { openConnection } from '../platform/db/connection'

/** Writes the demo's data as a process of its own, so that what it needed of memory goes with it. Arguments: the database file, "now" in ms. */
function writeDemoSeed([path, now]: readonly string[]): void {
  if (path === undefined || now === undefined) throw new Error('usage: write-demo-seed FILE NOW')
  const connection = openConnection(path)
  writeSeed(connection, { ...demoSizes, now: Number(now) })
  connection.close()
}

writeDemoSeed(process.argv.slice(2))
