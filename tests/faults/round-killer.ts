import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Plan } from '../support/crash-plan'
import { root } from '../support/repository-files'

/** Another process plays the plan on the database and is killed with SIGKILL at its n-th step. True when it was; false when it came to its end before. */
export async function playUntilKilled(file: string, plan: Plan, killAt: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'tests/dist/support/round-to-kill.js'), file, plan, String(killAt)], { cwd: join(root, 'tests'), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text: Buffer) => { said += text.toString() })
  const [code, signal] = await once(child, 'close') as [number | null, string | null]
  if (signal === 'SIGKILL') return true
  if (code !== 0) throw new Error(`the other process ended with ${code}: ${said}`)
  return false
}
