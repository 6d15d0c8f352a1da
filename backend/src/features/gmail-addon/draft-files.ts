import { plain } from '@counterpane/addin-gmail/card-text'
import type { Contact } from '@counterpane/shared/contract/contact'
import { AppError } from '@counterpane/shared/errors/app-error'
import { composeCardTexts, type LeftOutWhy } from '@counterpane/shared/text/compose-cards'
import { filesLineTexts } from '@counterpane/shared/text/files-line-pane'
import { sizeText } from '@counterpane/shared/text/file-refusals'
import type { Locale } from '@counterpane/shared/domain/codes'
import { draftFileLimits, type DraftFile } from '../../ports/mail-source'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

export interface LeftOut { name: string; why: LeftOutWhy }
export interface DraftFiles { files: DraftFile[]; leftOut: LeftOut[] }

/** The contact's files that fit into one letter, in their order, and those that do not go along. Never rejects: a draft without a file is better than none. */
export async function readDraftFiles(needs: Pick<GmailAddonNeeds, 'readFile'>, { caller, context: { locale } }: Visit, attachments: Contact['attachments']): Promise<DraftFiles> {
  const found: DraftFiles = { files: [], leftOut: [] }
  let room: number = draftFileLimits.bytes
  for (const { id, name, kept } of attachments) {
    const read = !kept ? { bytes: null, why: 'notKept' as const }
      : await needs.readFile(caller, id, { maxBytes: room, locale }).catch((error: unknown) => ({ bytes: null, why: error instanceof AppError && error.code === 'not-found' ? 'notKept' as const : 'lost' as const }))
    if (read.bytes === null) found.leftOut.push({ name, why: read.why })
    else {
      found.files.push(read)
      room -= read.bytes.length
    }
  }
  return found
}

const named = 3
/** How many files went along, and which did not and why. */
export function filesSaid(attached: number, leftOut: readonly LeftOut[], locale: Locale): string[] {
  const words = composeCardTexts[locale]
  const line = filesLineTexts[locale]
  const whys = [...new Set(leftOut.map(({ why }) => why))]
  const without = whys.map((why) => {
    const names = leftOut.filter((one) => one.why === why).map(({ name }) => plain(name, 60) || line.nameless)
    return words.notAttached([names.slice(0, named).join(', '), ...(names.length > named ? [line.andMore(names.length - named)] : [])].join(' '), words.leftOutWhy[why](sizeText(draftFileLimits.bytes, locale)))
  })
  return [...(attached > 0 ? [words.attached(attached)] : []), ...without]
}
