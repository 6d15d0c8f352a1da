/** What the administrator asked for can't be done; the message says why in a sentence. */
export class ManifestUsageError extends Error {}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

export const isLoopback = (url: URL): boolean => loopback.test(url.hostname)

/**
 * The origin that mail clients load the add-in from. Only an origin: the server's pages have fixed places below it,
 * and nested app authentication knows redirect addresses by origin alone.
 */
export function parseServerAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(text)) throw new ManifestUsageError(`--url must be an address such as https://crm.example.com, not "${text}"`)
  if (url.username || url.password) throw new ManifestUsageError('--url must not carry a name or a password')
  if (url.pathname !== '/' || url.search || url.hash || /[?#]/.test(text)) throw new ManifestUsageError(`--url must be the server's address alone, without a path, query or fragment: ${url.origin}`)
  if (url.protocol === 'http:' && !isLoopback(url)) throw new ManifestUsageError(`--url must begin with https://: mail clients load nothing over http, except from http://localhost while trying things out`)
  return url.origin
}
