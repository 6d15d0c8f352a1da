// The few questions about files that the build asks.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(fileURLToPath(import.meta.url), '../..')
export const inRoot = (...parts) => path.join(root, ...parts)

/** Every file below the folder, as paths relative to it; nothing when there is no such folder. */
export function filesBelow(folder, { skip = [] } = {}) {
  if (!fs.existsSync(folder)) return []
  const found = []
  const walk = (below) => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = path.join(below, entry.name)
      if (skip.includes(name) || entry.name === 'node_modules') continue
      if (entry.isDirectory()) walk(name)
      else found.push(name)
    }
  }
  walk('')
  return found
}

export const changedAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

export const newest = (files) => files.reduce((latest, file) => Math.max(latest, changedAt(file)), 0)

/** A reader never sees half a file, also when two builds run at once. */
export function writeWhole(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const half = `${file}.${process.pid}.half`
  fs.writeFileSync(half, content)
  fs.renameSync(half, file)
}
