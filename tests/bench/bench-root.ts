import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The repository, wherever below it this runs from. */
function findRoot(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) || dirname(folder) === folder ? folder : findRoot(dirname(folder))
}
export const root = findRoot(__dirname)
