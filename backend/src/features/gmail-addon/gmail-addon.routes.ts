import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { pressAnswer, scopesAnswer, suggestAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import type { CardContext } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { placeholderUrl } from '@counterpane/addin-gmail/placeholder-url'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { KeysUnavailable } from '../../platform/crypto/key-cache'
import { jsonReader } from '../../platform/http/body'
import { describeError } from '../../platform/log/describe-error'
import { asSeen } from '../../platform/visibility/asked-ids'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import { createActionSignatures } from './action-signature'
import type { GmailAddonNeeds, GooglePerson } from './gmail-addon.needs'
import { createGmailAddonService } from './gmail-addon.service'
import { createGmailCallers } from './gmail-callers'
import { isSuggesting, localeOfEvent, readEvent, zoneOfEvent, type GmailEvent } from './gmail-event'
import { cardOfFailure, inPlaceOfFailure, nameFailure, takeAgain } from './gmail-failures'
import { createGmailLimits } from './gmail-limits'
import { createStrangers } from './gmail-strangers'
import type { Visit } from './gmail-visit'
import { missingScopes, scopes } from './google-scopes'
import { createPressedOnce } from './pressed-once'

export interface GmailAddonDeps {
  needs: GmailAddonNeeds
  clock: Clock
  log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Audiences are made of it. Without a trailing slash. */
  publicUrl: string
  clientId: string
  serviceAccount: string
  /** The first signs, all are believed. */
  secrets: readonly string[]
}

/** The first four are the surface that api.md fixes; the rest are entries of the add-on's own menu. */
type Endpoint = 'homepage' | 'on-message' | 'on-compose' | 'action' | 'settings' | 'help' | 'search'

/** To be mounted at /gmail, before any reader of bodies: whether Google calls is known before the body is read. */
export function createGmailAddonRoutes({ needs, clock, log, publicUrl, clientId, serviceAccount, secrets }: GmailAddonDeps): Router {
  const callers = createGmailCallers({ needs, publicUrl, clientId, serviceAccount })
  const signatures = createActionSignatures(secrets)
  const service = createGmailAddonService({ needs, signatures })
  const strangers = createStrangers({ needs, signatures })
  const onceFor = createPressedOnce()
  const limit = createGmailLimits()
  const cardUrl = publicUrl.startsWith('https://') ? publicUrl : placeholderUrl
  const router = Router({ caseSensitive: true })

  const contextFor = (sub: string, locale: Locale, event: GmailEvent): CardContext => {
    const now = clock.now()
    return {
      locale, now, timeZone: zoneOfEvent(event),
      press: (action, parameters) => ({ function: `${cardUrl}/gmail/action`, parameters: signatures.sign(sub, { action, parameters }, now), loadIndicator: 'SPINNER' }),
      links: { journal: `${cardUrl}/journal/`, contact: (id) => `${cardUrl}/journal/#/contacts/${encodeURIComponent(id)}`, counterparty: (id) => `${cardUrl}/journal/#/clients/${encodeURIComponent(id)}` },
    }
  }

  function on(endpoint: Endpoint, handle: (visit: Visit, reference: string) => Promise<AddonAnswer>) {
    const refuse = (reason: string) => {
      log.warn({ endpoint, reason }, 'a call of the Gmail add-on was refused')
      return new AppError('no-session')
    }
    /** While Google's keys cannot be read nobody is told that Google did not call. */
    const known = <T>(answer: Promise<T>) => answer.catch((error: unknown) => {
      if (!(error instanceof KeysUnavailable)) throw error
      log.error({ endpoint }, "Google's signing keys cannot be read: calls of the Gmail add-on are not answered")
      throw new AppError('provider-unavailable')
    })
    router.post(`/${endpoint}`, async (request, response) => {
      if (!(await known(callers.isGoogle(request.headers.authorization, `/gmail/${endpoint}`)))) throw refuse('not Google')
      const { event, again } = takeAgain(readEvent(await bodyOf(request, response)))
      const identity = await known(callers.identityOf(event))
      if (identity.kind === 'refused') throw refuse('no verified person')
      if (identity.kind === 'unnamed') return void response.json(scopesAnswer(missingScopes(event, endpoint === 'on-message' ? [scopes.metadata, scopes.email] : [scopes.email])))
      const answered = await answer(identity, event)
      response.json(again ? inPlaceOfFailure(answered) : answered)
    })

    async function answer(person: GooglePerson, event: GmailEvent): Promise<AddonAnswer> {
      const reference = randomUUID().slice(0, 8)
      const { sub } = person
      let context = contextFor(sub, localeOfEvent(event), event)
      try {
        await limit(sub, event)
        const caller = await needs.findManagerByGoogle(person)
        if (!caller) return await (endpoint === 'action' ? strangers.pressed({ person, event, context }) : place(endpoint, strangers.card({ person, event, context })))
        if (caller.locale) context = { ...context, locale: caller.locale }
        // One language in a whole answer: that of the cards is the one that the rest of the house is asked in.
        return await handle({ caller: { ...caller, locale: context.locale }, sub, event: asSeen(event, { writing: true }), context, once: onceFor(sub, event) }, reference)
      } catch (error) {
        // A deployment that does not tell what was granted learns of a missing consent from Gmail alone: then it is asked for, as where it is told.
        if (error instanceof ProviderFailure && error.code === 'consent-missing' && !event.authorizationEventObject.authorizedScopes) return scopesAnswer([endpoint === 'on-message' ? scopes.metadata : scopes.action])
        const failure = nameFailure(error, context)
        log[failure.ours ? 'error' : 'info']({ reference, endpoint, code: failure.code, ...(failure.ours && { error: describeError(error) }) }, 'an answer to Gmail is a failure card')
        // A field that asks for suggestions takes no card.
        if (isSuggesting(event)) return suggestAnswer([])
        return place(endpoint, cardOfFailure(failure, { reference, event, message: event.commonEventObject.parameters?.message ?? event.gmail.messageId ?? null }, context))
      }
    }
  }

  on('homepage', service.home)
  on('on-message', service.opened)
  on('on-compose', service.composing)
  on('action', service.pressed)
  on('settings', service.settings)
  on('help', service.help)
  on('search', service.search)
  return router
}

/** Google reads what entries of the menu answer as it reads a pressed button's, not as a trigger's. */
const isPress = (endpoint: Endpoint) => endpoint === 'action' || endpoint === 'settings' || endpoint === 'help' || endpoint === 'search'
const place = (endpoint: Endpoint, card: Parameters<typeof triggerAnswer>[0]) => (isPress(endpoint) ? pressAnswer('push', card) : triggerAnswer(card))

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  await new Promise<void>((resolve, reject) => jsonReader('other')(request, response, (error?: unknown) => (error ? reject(error) : resolve())))
  return request.body
}
