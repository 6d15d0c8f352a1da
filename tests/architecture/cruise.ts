import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../support/repository-files'

export interface Violation { rule: string; from: string; to: string }

const commandLine = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const rooms = ['shared/src', 'shared/ui', 'addin-gmail/src', 'addin-outlook/src', 'backend/src', 'backend/prisma', 'backend/journal', 'manifests', 'tests']

/** Which imports below the folder break a rule of .dependency-cruiser.cjs. */
export function violationsIn(folder: string): Violation[] {
  const there = rooms.filter((room) => fs.existsSync(path.join(folder, room)))
  const { stdout, stderr } = spawnSync(process.execPath, [commandLine, '--output-type', 'json', '--config', path.join(root, '.dependency-cruiser.cjs'), ...there], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (!stdout) throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as { summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] } }
  if (summary.totalCruised === 0) throw new Error(`nothing was read in ${folder}`)
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
}

export function ruleNames(): string[] {
  const config = jest.requireActual<{ forbidden: { name: string }[] }>(path.join(root, '.dependency-cruiser.cjs'))
  return config.forbidden.map(({ name }) => name)
}
