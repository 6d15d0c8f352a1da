import type { CalendarAccess } from '../../ports/calendar-source'
import { ProviderFailure } from '../../ports/provider-failure'
import { answerLimits, userPath, type GraphCalls } from './graph-calls'
import { isItemGone, isPerhapsGone, type GraphAnswer } from './graph-refusal'

export async function verifyCalendar(calls: GraphCalls, { mailbox }: Pick<CalendarAccess, 'mailbox'>): Promise<void> {
  const { body } = await calls.get({ mailbox, to: { path: `${userPath(mailbox)}/calendar?$select=id` }, maxBytes: answerLimits.small })
  if (typeof body !== 'object' || body === null || !('id' in body)) throw new ProviderFailure('temporary')
}

/** Of an answer about one item. Which words say that it is not there differs from house to house; where they may mean the mailbox as well, its calendar is asked, and what that refuses is thrown. */
export async function isGone(answer: GraphAnswer, verify: () => Promise<void>): Promise<boolean> {
  if (isItemGone(answer)) return true
  if (!isPerhapsGone(answer)) return false
  await verify()
  return true
}
