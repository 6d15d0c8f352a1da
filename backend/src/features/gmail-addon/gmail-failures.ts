import { cardWords, type CardContext } from '@counterpane/addin-gmail/card-context'
import { failureCard } from '@counterpane/addin-gmail/cards/plain-cards'
import { AppError } from '@counterpane/shared/errors/app-error'
import { catalogue, type ErrorCode } from '@counterpane/shared/errors/catalogue'
import { problemTexts } from '@counterpane/shared/text/problems'
import { databaseErrorOf } from '../../platform/http/database-errors'
import { ProviderFailure } from '../../ports/provider-failure'
import { ReopenNeeded } from './gmail-visit'

export interface NamedFailure { title: string; advice: string; canRetry: boolean; code: string; ours: boolean }

/** What a failure is called on a card, and whether it is ours to look at in the log. */
export function nameFailure(error: unknown, context: CardContext): NamedFailure {
  const words = cardWords(context)
  if (error instanceof ReopenNeeded) return { ...words.reopen, canRetry: false, code: 'reopen', ours: false }
  if (error instanceof ProviderFailure) {
    if (error.code === 'auth-expired') return { ...words.reopen, canRetry: false, code: error.code, ours: false }
    if (error.code === 'temporary' || error.code === 'rate-limited') return { ...problem('provider-unavailable', context), code: error.code, ours: false }
    return { ...words.cannotRead, canRetry: true, code: error.code, ours: false }
  }
  const failure = error instanceof AppError ? error : databaseErrorOf(error)
  return { ...problem(failure?.code ?? 'internal', context), code: failure?.code ?? 'internal', ours: !failure || catalogue[failure.code].status >= 500 }
}

function problem(code: ErrorCode, { locale }: CardContext) {
  const { title, advice } = problemTexts[locale][code]
  return { title, advice, canRetry: catalogue[code].retry }
}

export const cardOfFailure = (failure: NamedFailure, { reference, message }: { reference: string; message: string | null }, context: CardContext) =>
  failureCard({ title: failure.title, advice: failure.advice, canRetry: failure.canRetry, reference, message }, context)
