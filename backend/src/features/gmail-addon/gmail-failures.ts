import { cardWords, type CardContext } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer, Card, Navigation } from '@counterpane/addin-gmail/card-schema'
import { failureCard } from '@counterpane/addin-gmail/cards/plain-cards'
import { AppError } from '@counterpane/shared/errors/app-error'
import { catalogue, type ErrorCode } from '@counterpane/shared/errors/catalogue'
import { gmailFailureTexts } from '@counterpane/shared/text/gmail-failure-cards'
import { problemTexts } from '@counterpane/shared/text/problems'
import { databaseErrorOf } from '../../platform/http/database-errors'
import { mailCallSeconds } from '../../ports/mail-source'
import { ProviderFailure } from '../../ports/provider-failure'
import type { GmailEvent } from './gmail-event'
import { ReopenNeeded } from './gmail-visit'

export interface NamedFailure { title: string; advice: string; canRetry: boolean; code: string; ours: boolean }

/** What a failure is called on a card, and whether it is ours to look at in the log. */
export function nameFailure(error: unknown, context: CardContext): NamedFailure {
  const words = cardWords(context)
  if (error instanceof ReopenNeeded) return { ...words.reopen, canRetry: false, code: 'reopen', ours: false }
  if (error instanceof ProviderFailure) return { ...saidOf(error, context), code: error.code, ours: false }
  const failure = error instanceof AppError ? error : databaseErrorOf(error)
  return { ...problem(failure?.code ?? 'internal', context), code: failure?.code ?? 'internal', ours: !failure || catalogue[failure.code].status >= 500 }
}

/** What Gmail did not do, with the advice that helps; trying again is offered only where it can. */
function saidOf({ code, retryAfterSeconds }: ProviderFailure, context: CardContext): Pick<NamedFailure, 'title' | 'advice' | 'canRetry'> {
  const words = gmailFailureTexts[context.locale]
  switch (code) {
    // Gmail's access to a message ends with its card: opening the message again brings a new one.
    case 'auth-expired': return { ...cardWords(context).reopen, canRetry: false }
    case 'consent-missing': return { ...words.notAllowed, canRetry: false }
    case 'gone': return { ...words.deleted, canRetry: false }
    case 'rate-limited': return { ...(retryAfterSeconds ? words.waitFor(Math.ceil(retryAfterSeconds)) : words.waitAWhile), canRetry: true }
    case 'timed-out': return { ...words.timedOut(mailCallSeconds), canRetry: true }
    case 'temporary': return { ...words.outage, canRetry: true }
    case 'too-large': return { ...words.tooLarge, canRetry: false }
    case 'forbidden': case 'rejected': case 'cursor-expired': case 'stale': case 'not-configured': return { ...words.notYours, canRetry: false }
  }
}

function problem(code: ErrorCode, { locale }: CardContext) {
  const { title, advice } = problemTexts[locale][code]
  return { title, advice, canRetry: catalogue[code].retry }
}

export interface FailedVisit { reference: string; message: string | null; event: GmailEvent }

/** "Try again" is the same button once more, so that what it made already is not made twice; where it came with fields, which only its own card still has, the way is back to them. */
export function cardOfFailure(failure: NamedFailure, { reference, message, event }: FailedVisit, context: CardContext): Card {
  const { parameters, formInputs } = event.commonEventObject
  // Parameters of ours are ids; what is longer was not drawn here.
  const pressed = failure.canRetry && parameters?.signature && JSON.stringify(parameters).length < 1_500 ? parameters : null
  const typed = pressed !== null && Object.keys(formInputs ?? {}).length > 0
  const advice = typed ? `${failure.advice} ${gmailFailureTexts[context.locale].goBack}` : failure.advice
  const again = pressed && !typed ? { ...context.press('', {}), parameters: Object.entries({ ...pressed, [againParameter]: 'yes' }).map(([key, value]) => ({ key, value })) } : null
  return failureCard({ title: failure.title, advice, canRetry: failure.canRetry && !typed, reference, message, again }, context)
}

/**
 * Marks a press of "Try again": what it leads to takes the place of the failure card, which is no place to come back to. It is not signed, since it
 * decides about nothing else, and is taken off before anything looks at the press.
 */
const againParameter = 'again'
export function takeAgain(event: GmailEvent): { event: GmailEvent; again: boolean } {
  const { [againParameter]: again, ...parameters } = event.commonEventObject.parameters ?? {}
  return again === undefined ? { event, again: false } : { event: { ...event, commonEventObject: { ...event.commonEventObject, parameters } }, again: true }
}
export function inPlaceOfFailure(answer: AddonAnswer): AddonAnswer {
  if (!('renderActions' in answer)) return answer
  const { action } = answer.renderActions
  const steps: readonly Navigation[] = action.navigations ?? []
  if (!steps[0] || 'popToRoot' in steps[0]) return answer
  return { ...answer, renderActions: { ...answer.renderActions, action: { ...action, navigations: [{ pop: true }, ...steps] } } }
}
