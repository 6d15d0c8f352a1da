import type { z } from 'zod'
import { standingOf, type LetterLine } from '@counterpane/addin-gmail/cards/letter-lines'
import type { messageContent } from '@counterpane/shared/contract/mail-message'
import type { registerMessagesResult } from '@counterpane/shared/contract/register-message'
import { AppError } from '@counterpane/shared/errors/app-error'
import { problemTexts } from '@counterpane/shared/text/problems'
import type { OpenedContent } from '../../ports/mail-source'
import type { GmailAddonNeeds } from './gmail-addon.needs'
import type { Visit } from './gmail-visit'

export type Registered = Pick<Answered, 'outcome' | 'contact' | 'problem'>
export type Answered = z.output<typeof registerMessagesResult>['results'][number]

export const toMessage = ({ fileIds: _fileIds, ...message }: OpenedContent): z.output<typeof messageContent> => message

/** One email of a conversation with what the rest of the house says of it; what can be registered at once is ticked. */
export function lineOf(content: OpenedContent, answered: Answered): LetterLine {
  const standing = standingOf(answered, content.from)
  return {
    id: content.itemId, at: content.receivedAt ?? content.sentAt, from: content.from, to: content.to, sent: content.receivedAt === null, subject: content.subject,
    files: content.attachments.length, hasText: content.text !== null || content.html !== null, standing, match: answered.match, contact: answered.contact ?? null, ticked: standing === 'ready', outcome: null,
  }
}

type Needs = Pick<GmailAddonNeeds, 'getMe' | 'registerMany' | 'registerMessage'>
/** Registers emails as the manager's preferences say: together, or one by one where not all of their words are kept. One that fails stops no other. */
export async function registerEach(needs: Needs, { caller, context: { locale } }: Visit, contents: readonly OpenedContent[]): Promise<Registered[]> {
  const { visibility } = (await needs.getMe(caller)).preferences.gmail
  if (visibility === 'full') return needs.registerMany(caller, { messages: contents.map(toMessage), dryRun: false, client: 'gmail' }, locale)
  const done: Registered[] = []
  for (const content of contents) {
    try {
      const { contact, created } = await needs.registerMessage(caller, { message: { ...toMessage(content), text: null, html: null }, visibility, client: 'gmail' })
      done.push({ outcome: created ? 'created' : 'already-registered', contact })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      done.push({ outcome: 'refused', problem: { code: error.code, title: problemTexts[locale][error.code].title } })
    }
  }
  return done
}

export function afterRegistering(line: LetterLine, { outcome, contact, problem }: Registered): LetterLine {
  if (outcome === 'created' || outcome === 'already-registered') return { ...line, contact: contact ?? line.contact, outcome: { kind: outcome === 'created' ? 'registered' : 'joined', why: '' } }
  return { ...line, outcome: { kind: 'failed', why: problem?.title ?? '' } }
}
