import { AppError } from '@counterpane/shared/errors/app-error'
import { sha256 } from '../crypto/digest'

/** An entity tag of what has no version of its own: two states have one tag exactly when they are the same. */
export const stateTag = (state: object): string => `"${sha256(JSON.stringify(state)).slice(0, 20)}"`

/** As `assertFresh` of versions: 412 when what was seen is not what stands there, 428 when a required tag is missing. */
export function assertUnchanged(ifMatch: string | null, state: object, { required }: { required: boolean }): void {
  if (ifMatch === null) {
    if (required) throw new AppError('precondition-required')
    return
  }
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (!tags.includes('*') && !tags.includes(stateTag(state))) throw new AppError('stale')
}
