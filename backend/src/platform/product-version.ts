import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of the whole product: that of the checkout's own package.json. */
export function productVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
}
