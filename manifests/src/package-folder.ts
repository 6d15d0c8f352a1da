import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of this package, from its sources as well as from what they are transpiled to. */
export function packageFolder(from = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : packageFolder(dirname(from))
}

/** x.y.z of the product. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), '../package.json'), 'utf8')) as { version: string }
  return version
}
