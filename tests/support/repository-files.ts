import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(__dirname, '../..')

const notOurs = new Set(['node_modules', 'dist', '.git', '.cache', '.tmp', 'generated', 'coverage'])

function walk(below: string): string[] {
  return fs.readdirSync(path.join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name)
    if (notOurs.has(entry.name) || name === 'data') return []
    return entry.isDirectory() ? walk(name) : [name]
  })
}

/** Every file that is or would be committed, as paths from the root; outside a git checkout, everything that is not built. */
export function repositoryFiles(): string[] {
  if (!fs.existsSync(path.join(root, '.git'))) return walk('')
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return [...new Set(list.split('\0'))].filter((name) => name && fs.existsSync(path.join(root, name)))
}

export const readRepositoryFile = (name: string) => fs.readFileSync(path.join(root, name), 'utf8')
