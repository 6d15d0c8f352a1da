import dns from 'node:dns'
import net from 'node:net'

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1|\[::1\]|::ffff:127(\.\d+){3}|0\.0\.0\.0)$/i.test(host)

/**
 * Test files of one worker share Node's own modules, but nothing else: the calls refused are kept where the guard sits, so that the
 * file in which they happen hears of them.
 */
const guard = Symbol.for('counterpane.network-guard')
const prototype = net.Socket.prototype as net.Socket & { [guard]?: string[] }

/** The calls beyond loopback refused since the last question. */
export const takeRefusedCalls = () => prototype[guard]?.splice(0) ?? []

function refuse(host: string) {
  prototype[guard]?.push(host)
  return Object.assign(new Error(`Tests do not leave this machine: ${host}`), { code: 'ENETUNREACH' })
}

/** net.connect's own reading of its arguments: (path) | (port, host?) | ({ host, port, path }) | ([those, callback]). */
function hostOf(args: unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] as unknown[] : args
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string; path?: string }
    return path ? undefined : host
  }
  return typeof first === 'number' && typeof second === 'string' ? second : undefined
}

/** Sockets of this process reach loopback only; asked for another host, they fail as an unreachable network does. */
export function guardNetwork() {
  if (prototype[guard]) return
  prototype[guard] = []
  const connect = prototype.connect as (...args: unknown[]) => net.Socket
  Object.assign(prototype, {
    connect(this: net.Socket, ...args: unknown[]) {
      const host = hostOf(args)
      if (host === undefined || isLoopback(host)) return connect.apply(this, args)
      const failure = refuse(host)
      process.nextTick(() => this.destroy(failure))
      return this
    },
  })
  const lookup = dns.lookup as (...args: unknown[]) => void
  Object.assign(dns, {
    lookup(host: string, ...rest: unknown[]) {
      if (isLoopback(host)) return lookup(host, ...rest)
      const callback = rest.at(-1) as (error: Error) => void
      const failure = refuse(host)
      process.nextTick(() => callback(failure))
    },
  })
}
