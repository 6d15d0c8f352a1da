import { randomInt } from 'node:crypto'
import { open, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from '../../ports/file-store'
import { receiveFile } from './arriving-file'
import { orNull } from './file-trouble'

const wholeHash = /^[0-9a-f]{64}$/

/**
 * Files in one folder, as `ab/cdef…`: the first byte of the hash is the folder, the rest the name. No name of the outside world gets into a path.
 * Several processes may use the same folder. Ages are by the machine's clock, as the files' own times are.
 */
export function createFolderFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming')
  const pathOf = (hash: string) => {
    if (!wholeHash.test(hash)) throw new Error('not a hash')
    return join(folder, hash.slice(0, 2), hash.slice(2))
  }
  const isOlder = async (path: string, ageMs: number) => {
    const facts = await orNull(() => stat(path))
    return facts !== null && Date.now() - facts.mtimeMs > ageMs
  }
  const namesIn = async (path: string) => (await orNull(() => readdir(path))) ?? []

  return {
    receive: (bytes, maxBytes) => receiveFile(bytes, maxBytes, { incoming, pathOf }),
    sizeOf: async (hash) => (await orNull(() => stat(pathOf(hash))))?.size ?? null,
    async read(hash, range) {
      const handle = await orNull(() => open(pathOf(hash), 'r'))
      return handle && handle.createReadStream({ ...range })
    },
    async *listOlder(ageMs) {
      const [first, there] = [randomInt(256), new Set(await namesIn(folder))]
      for (let i = 0; i < 256; i++) {
        const start = ((first + i) % 256).toString(16).padStart(2, '0')
        if (!there.has(start)) continue // at every start: a folder of few files is looked through at once
        for (const name of await namesIn(join(folder, start))) {
          const hash = start + name
          if (wholeHash.test(hash) && (await isOlder(join(folder, start, name), ageMs))) yield hash
        }
      }
    },
    async removeOlder(hash, ageMs) {
      if (!(await isOlder(pathOf(hash), ageMs))) return false
      return (await orNull(() => unlink(pathOf(hash)).then(() => true))) ?? false
    },
    async removeUnfinished(ageMs) {
      let removed = 0
      for (const name of await namesIn(incoming)) {
        const path = join(incoming, name)
        if (!name.endsWith('.part') || !(await isOlder(path, ageMs))) continue
        if (await orNull(() => unlink(path).then(() => true))) removed++
      }
      return removed
    },
  }
}
