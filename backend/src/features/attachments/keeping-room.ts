import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { fileRefusals, sizeText, type FileRefusalWords } from '@counterpane/shared/text/file-refusals'

/** How many bytes may come, and what is said when there are more. */
export interface KeepingRoom { bytes: number; refusal: AppError }

const refused = (detail: string) => new AppError('file-refused', { detail })
export const refusedBy = (locale: Locale, why: { [K in keyof FileRefusalWords]: FileRefusalWords[K] extends string ? K : never }[keyof FileRefusalWords]) => refused(fileRefusals[locale][why])

/** What the policy leaves for one more file of a message of which `keptBytes` are kept already. Throws when it keeps none at all. */
export function roomFor(policy: AttachmentPolicy, keptBytes: number, locale: Locale): KeepingRoom {
  if (policy.keep === 'none') throw refusedBy(locale, 'keepsNone')
  const left = Math.max(0, policy.maxMessageBytes - keptBytes)
  const words = fileRefusals[locale]
  return left < policy.maxFileBytes
    ? { bytes: left, refusal: refused(words.messageTooLarge(sizeText(policy.maxMessageBytes, locale))) }
    : { bytes: policy.maxFileBytes, refusal: refused(words.fileTooLarge(sizeText(policy.maxFileBytes, locale))) }
}
