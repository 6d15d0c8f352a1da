import { execFileSync, spawn } from 'node:child_process'
import type { Db } from '@counterpane/backend/platform/db/database'

export interface StormResult { acknowledged: string[]; rolledBack: string[]; refused: string[] }

/** `count` writes at once, a quarter of them in transactions of which every second one is rolled back by its own work. */
export async function writeStorm(db: Db, count: number, prefix = 'own'): Promise<StormResult> {
  const result: StormResult = { acknowledged: [], rolledBack: [], refused: [] }
  const row = (messageKey: string) => ({ data: { messageKey, byId: 'storm', at: new Date(0) } })
  const writeOne = async (i: number) => {
    const key = `${prefix}-${i}`
    if (i % 4 !== 0) return void (await db.prisma.excludedMessage.create(row(key)))
    await db.write(async (tx) => {
      await tx.excludedMessage.create(row(key))
      await new Promise((resolve) => setImmediate(resolve)) // others get their chance while this transaction is open
      if (i % 8 === 0) throw new RolledBack()
      await tx.excludedMessage.create(row(`${key}-b`))
    })
  }
  await Promise.all(Array.from({ length: count }, async (_, i) => {
    const keys = i % 4 === 0 ? [`${prefix}-${i}`, ...(i % 8 === 0 ? [] : [`${prefix}-${i}-b`])] : [`${prefix}-${i}`]
    try {
      await writeOne(i)
      result.acknowledged.push(...keys)
    } catch (error) {
      if (error instanceof RolledBack) result.rolledBack.push(...keys)
      else result.refused.push(`${keys.join()}: ${error instanceof Error ? error.message.split('\n').at(-1) : ''}`)
    }
  }))
  return result
}

class RolledBack extends Error {}

const reader = 'const D=require("libsql");const d=new D(process.argv[1]);process.stdout.write(d.prepare("SELECT messageKey FROM ExcludedMessage").all().map(r=>r.messageKey).join("\\n"))'
/** What another process finds in the file. */
export const keysSeenByAnotherProcess = (path: string) =>
  new Set(execFileSync(process.execPath, ['-e', reader, path], { encoding: 'utf8', maxBuffer: 64_000_000 }).split('\n'))

const writer = `const D=require("libsql");const d=new D(process.argv[1],{timeout:30000});d.exec("PRAGMA busy_timeout=30000");const add=d.prepare("INSERT INTO ExcludedMessage (messageKey, byId, at) VALUES (?, 'storm', 0)");
const done=[];for(let i=0;i<Number(process.argv[2]);i++){d.exec("BEGIN IMMEDIATE");add.run("other-"+i);if(i%8===0)d.exec("ROLLBACK");else{d.exec("COMMIT");done.push("other-"+i)}}process.stdout.write(done.join("\\n"))`
/** A second process that writes to the same file meanwhile; gives what it was told is saved. */
export function writeFromAnotherProcess(path: string, count: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', writer, path, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString() })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(text.split('\n')) : reject(new Error(`the other writer ended with ${code}`))))
  })
}
