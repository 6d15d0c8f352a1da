import type { Match, Sidebar } from '@counterpane/shared/contract/sidebar'
import type { MailAddress, MessageSnapshot } from '@counterpane/shared/domain/message'
import type { PaneApi } from '../../app/pane-api'
import { sendable } from '../../app/sendable'
import type { Draft } from '../../mailbox/mail-client'

interface Deps { api: PaneApi; owner: () => MailAddress; now: () => Date }
export type Danger = Match['warnings'][number] & { address: string }
const keptAnswers = 50
/** So many unknown recipients of one letter are looked at for disguise; nobody reads the warnings about a mass mailing. */
const suspectsMax = 10

/** Tells one set of recipients from another, whatever order and case they were typed in. */
export function recipientsKey({ to, cc }: Pick<Draft, 'to' | 'cc'>): string {
  const side = (list: readonly MailAddress[]) => [...new Set(list.map(({ address, name }) => (address || name).trim().toLowerCase()))].filter((one) => one !== '').sort().join(' ')
  return `${side(to)}\n${side(cc)}`
}
export const hasRecipients = (draft: Pick<Draft, 'to' | 'cc'>) => recipientsKey(draft) !== '\n'

/**
 * What is asked about the recipients of a letter: once for each set of them. Somebody pretending to be a client is looked for among the unknown ones by
 * asking as if they had written to us, since the server warns of those who write.
 */
export function createDraftQuestions({ api, owner, now }: Deps) {
  const answers = new Map<string, Promise<Sidebar>>()
  const suspects = new Map<string, Promise<Danger[]>>()

  const question = (from: MailAddress, to: MailAddress[], cc: MailAddress[], subject = ''): MessageSnapshot =>
    ({ messageId: null, conversationId: null, subject, sentAt: now().toISOString(), receivedAt: null, from, replyTo: [], to, cc })

  function ask(draft: Draft): Promise<Sidebar> {
    const key = recipientsKey(draft)
    const known = answers.get(key)
    if (known) return known
    const answer = api('sidebar', { body: sendable({ message: { ...question(owner(), draft.to, draft.cc, draft.subject), conversationId: draft.conversationId } }) })
    answers.set(key, answer)
    for (const oldest of answers.keys()) if (answers.size > keptAnswers) answers.delete(oldest)
    // What failed is asked again the next time.
    answer.catch(() => { if (answers.get(key) === answer) answers.delete(key) })
    return answer
  }

  function dangerOf({ name, address }: MailAddress): Promise<Danger[]> {
    const key = `${name}\n${address.toLowerCase()}`
    const known = suspects.get(key)
    if (known) return known
    const found = api('sidebar', { body: sendable({ message: question({ name, address }, [owner()], []) }) }).then(({ match }) => match.warnings.map((warning) => ({ ...warning, address })))
    suspects.set(key, found)
    found.catch(() => suspects.delete(key))
    return found
  }

  return {
    ask,
    /** Warnings about recipients who are not in the client base. */
    async dangers({ participants, match }: Sidebar): Promise<Danger[]> {
      const unknown = participants.filter(({ kind, address }) => kind === 'none' && address !== '').slice(0, suspectsMax)
      const own = match.warnings.map((warning) => ({ ...warning, address: '' }))
      return [...own, ...(await Promise.all(unknown.map(dangerOf))).flat()]
    },
    forget: () => { answers.clear(); suspects.clear() },
  }
}
export type DraftQuestions = ReturnType<typeof createDraftQuestions>
