import { AppError } from '@counterpane/shared/errors/app-error'

/** A strong entity tag, quotes included: exactly what `If-Match` must bring back. */
export const etagOf = (version: number) => `"${version}"`

/** Throws 412 when the version seen is not the newest; `*` takes any. A required one that is missing is 428. */
export function assertFresh(ifMatch: string | null, version: number, { required }: { required: boolean }): void {
  if (ifMatch === null) {
    if (required) throw new AppError('precondition-required')
    return
  }
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (!tags.includes('*') && !tags.includes(etagOf(version))) throw new AppError('stale')
}
