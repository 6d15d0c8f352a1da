import express, { type RequestHandler } from 'express'
import { AppError } from '@counterpane/shared/errors/app-error'

const mebibyte = 1024 * 1024
/** Limits of request bodies in bytes (api.md, Limits). */
export const bodyLimits = { registering: 25 * mebibyte, contacts: 12 * mebibyte, other: 2 * mebibyte } as const
export type BodyLimit = keyof typeof bodyLimits

const maxDepth = 32
const readers = new Map<BodyLimit, RequestHandler>()

/** Reads a JSON body once, after the caller is known; compressed bodies are refused, so that no bomb unfolds. */
export function jsonReader(limit: BodyLimit): RequestHandler {
  let reader = readers.get(limit)
  if (!reader) readers.set(limit, (reader = express.json({ limit: bodyLimits[limit], inflate: false, strict: false, type: ['application/json', 'application/*+json'] })))
  const read = reader
  return (request, response, next) => {
    // The reader would take in the whole of a body that is too large before it says so.
    if (Number(request.headers['content-length'] ?? 0) > bodyLimits[limit]) return next(new AppError('too-large', { detail: `At most ${bodyLimits[limit] / mebibyte} MiB` }))
    read(request, response, next)
  }
}

/** Refuses what no table can keep faithfully: NUL, lone surrogates, and nesting without end. */
export function checkText(value: unknown, path = '', depth = 0): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !isWellFormed(value)) throw new AppError('unreadable-text', { errors: [{ path, message: 'NUL or a lone surrogate' }] })
  } else if (typeof value === 'object' && value !== null) {
    if (depth >= maxDepth) throw new AppError('invalid-request', { detail: `nested deeper than ${maxDepth}` })
    for (const [key, item] of Object.entries(value)) {
      checkText(key, path, depth + 1)
      checkText(item, path ? `${path}.${key}` : key, depth + 1)
    }
  }
}

// String.prototype.isWellFormed is there since Node 20, the type library is older.
const isWellFormed = (text: string) => (text as string & { isWellFormed(): boolean }).isWellFormed()
