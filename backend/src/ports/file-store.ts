import type { Readable } from 'node:stream'

/** Why bytes can't be kept or had: no room left, nothing may be written, or whatever else a disk does. */
export type FileStoreFailureCode = 'full' | 'read-only' | 'unavailable'

export class FileStoreFailure extends Error {
  constructor(readonly code: FileStoreFailureCode, cause: unknown) {
    super(`the file store: ${code}`, { cause })
    this.name = 'FileStoreFailure'
  }
}

/** Bytes that have arrived whole and are not among the kept ones yet. `hash` is their SHA-256 in hex. */
export interface ArrivedFile {
  hash: string
  size: number
  /** After this they are on disk under their hash, whatever happens to the machine. The same bytes lie there once. */
  keep(): Promise<void>
  /** Takes back what was not kept; does nothing after `keep`. */
  discard(): Promise<void>
}

/** Both ends are bytes that are read, counted from 0. */
export interface ByteRange { start: number; end: number }

/** Bytes by their hash, and nothing else: what they are called and whose they are is the database's matter. All reject with FileStoreFailure. */
export interface FileStore {
  /** Null as soon as there are more than `maxBytes`; nothing is left behind then, nor when `bytes` fails. */
  receive(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ArrivedFile | null>
  /** Null when there are no such bytes. */
  sizeOf(hash: string): Promise<number | null>
  /** Null when there are no such bytes. The stream must be read or destroyed. */
  read(hash: string, range?: ByteRange): Promise<Readable | null>
  /** Hashes of what was kept longer ago than that, in no order, beginning somewhere else each time. */
  listOlder(ageMs: number): AsyncIterable<string>
  /** Takes away what was kept longer ago than that; false when it is not there or was kept again since. Nobody may keep the same bytes at this moment. */
  removeOlder(hash: string, ageMs: number): Promise<boolean>
  /** Takes away what arrived longer ago than that and was never kept, because the program ended in between; says how many. */
  removeUnfinished(ageMs: number): Promise<number>
}
