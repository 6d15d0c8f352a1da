import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableSource, UploadedTables } from '../../ports/table-source'

const ownKey = /^[0-9a-f-]{36}$/

/** Uploaded tables in one folder, each a file named by its key: no name of the outside world gets into a path. */
export function createUploadedTables(folder: string, source: TableSource): UploadedTables {
  const pathOf = (key: string) => {
    if (!ownKey.test(key)) throw new Error('not a key of an uploaded table')
    return join(folder, `${key}.table`)
  }
  const remove = (key: string) => rm(pathOf(key), { force: true })
  return {
    remove,
    async receive(key, bytes, most) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(pathOf(key), 'wx', 0o600)
      let size = 0
      try {
        for await (const piece of bytes) {
          size += piece.byteLength
          if (size > most) break
          await file.writeFile(piece)
        }
      } catch (error) {
        await file.close()
        await remove(key)
        throw error
      }
      await file.close()
      if (size > most) await remove(key)
      return size > most ? null : { size }
    },
    open: async (key, signal) => ((await stat(pathOf(key)).catch(() => null)) ? source.open(pathOf(key), signal) : null),
    keys: async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.table')).map((name) => name.slice(0, -'.table'.length)).filter((key) => ownKey.test(key)),
  }
}
