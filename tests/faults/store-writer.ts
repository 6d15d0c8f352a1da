import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../support/repository-files'

/** The store as the other process has it: its TypeScript is brought to what Node runs as it is asked for. */
const program = `
const swc = require('@swc/core')
require.extensions['.ts'] = (module, file) => module._compile(swc.transformFileSync(file, { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }).code, file)
const { createFolderFileStore } = require(${JSON.stringify(join(root, 'backend/src/adapters/file-store/folder-file-store.ts'))})
const store = createFolderFileStore(process.argv[1])
async function* pieces(i) { for (let n = 0; n < 40; n++) yield Buffer.alloc(8192, i % 251) }
async function writeOn() {
  for (let i = 0; ; i++) {
    const arrived = await store.receive(pieces(i), 1e9)
    await arrived.keep()
    process.stdout.write(arrived.hash + '\\n')
  }
}
writeOn()`

/** Another process keeps file after file and is killed in the middle of it; gives the hashes of what it said is kept. */
export async function keepUntilKilled(folder: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ['-e', program, folder], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (text: Buffer) => { said += text.toString() })
  await once(child.stdout, 'data')
  setTimeout(() => child.kill('SIGKILL'), afterMs)
  const [code, signal] = await once(child, 'close') as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself with ${code}`)
  return said.split('\n').slice(0, -1)
}
