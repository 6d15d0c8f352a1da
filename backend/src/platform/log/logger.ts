import pino, { type Logger } from 'pino'

export type Log = Logger
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** One JSON line per event, on standard error; tokens, cookies and the text of mail never get in. */
export function createLogger(level: LogLevel): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['token', 'authorization', 'cookie', 'headers'] }, pino.destination({ dest: 2, sync: true }))
}
