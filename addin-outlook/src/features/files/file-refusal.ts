import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { Locale } from '@counterpane/shared/domain/codes'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import type { FilesLineTexts } from '@counterpane/shared/text/files-line-pane'
import type { PlannedFile } from './plan-files'

export interface RefusalWords { policy: AttachmentPolicy; texts: FilesLineTexts; locale: Locale }

/** Why this one file can't be kept, in words; null when it can, or when that is said of all files at once. */
export function refusalText({ file, refusal }: PlannedFile, { policy, texts, locale }: RefusalWords): string | null {
  const name = file.name || texts.nameless
  switch (refusal) {
    case 'cloud': return texts.cloud(name)
    case 'too-large': return texts.tooLarge(name, sizeText(policy.maxFileBytes, locale))
    case 'too-much': return texts.tooMuch(name, sizeText(policy.maxMessageBytes, locale))
    default: return null
  }
}
