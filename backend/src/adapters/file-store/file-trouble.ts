import { FileStoreFailure, type FileStoreFailureCode } from '../../ports/file-store'

const codes: Record<string, FileStoreFailureCode> = { ENOSPC: 'full', EDQUOT: 'full', EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only' }

const errnoOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

/** Does something with the disk; its trouble comes out in the port's words. */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof FileStoreFailure ? error : new FileStoreFailure(codes[errnoOf(error)] ?? 'unavailable', error)
  }
}

/** The same, where "there is no such file" is an answer. */
export const orNull = <T>(work: () => Promise<T>): Promise<T | null> => onDisk(async () => {
  try {
    return await work()
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
})
