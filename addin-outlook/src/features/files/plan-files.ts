import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { OpenFile } from '../../mailbox/mailbox'

/** Whether a file is to be kept. `refusal`: why it can't be, whatever is ticked; `too-much` when those ticked before it fill what one email may hold. */
export interface PlannedFile { file: OpenFile; kept: boolean; refusal: 'none-kept' | 'cloud' | 'too-large' | 'too-much' | null }

/** The organisation's policy over the files of one email; `chosen` are the ids ticked by hand, null while nobody has touched them. */
export function planFiles(files: readonly OpenFile[], policy: AttachmentPolicy, chosen: readonly string[] | null): PlannedFile[] {
  let room = policy.maxMessageBytes
  return files.map((file) => {
    const wanted = chosen ? chosen.includes(file.id) : policy.keep === 'all'
    const refusal = refusalOf(file, policy, room)
    const kept = wanted && refusal === null
    if (kept) room -= file.size
    return { file, kept, refusal }
  })
}

function refusalOf({ kind, size }: OpenFile, policy: AttachmentPolicy, room: number): PlannedFile['refusal'] {
  if (policy.keep === 'none') return 'none-kept'
  if (kind === 'cloud') return 'cloud'
  if (size > policy.maxFileBytes) return 'too-large'
  return size > room ? 'too-much' : null
}

export const keptIds = (plan: readonly PlannedFile[]) => plan.filter(({ kept }) => kept).map(({ file }) => file.id)

/** Files of the email beside those of its contact, which stand in the order in which they were sent; a colleague's copy may list them otherwise. */
export function pairWithContact<T extends { name: string; size: number }>(files: readonly OpenFile[], attachments: readonly T[]): Map<string, T> {
  const left = [...attachments]
  const pairs = new Map<string, T>()
  for (const file of files) {
    const at = left.findIndex(({ name, size }) => name === file.name && size === file.size)
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (found) pairs.set(file.id, found)
  }
  return pairs
}
