import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { pressAnswer, scopesAnswer, triggerAnswer } from '@counterpane/addin-gmail/answers'
import type { CardContext } from '@counterpane/addin-gmail/card-context'
import type { AddonAnswer } from '@counterpane/addin-gmail/card-schema'
import { placeholderUrl } from '@counterpane/addin-gmail/placeholder-url'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { jsonReader } from '../../platform/http/body'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { createActionSignatures } from './action-signature'
import type { GmailAddonNeeds, GooglePerson } from './gmail-addon.needs'
import { createGmailAddonService } from './gmail-addon.service'
import { createGmailCallers } from './gmail-callers'
import { localeOfEvent, readEvent, zoneOfEvent, type GmailEvent } from './gmail-event'
import { cardOfFailure, nameFailure } from './gmail-failures'
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
    router.post(`/${endpoint}`, async (request, response) => {
      if (!(await callers.isGoogle(request.headers.authorization, `/gmail/${endpoint}`))) throw refuse('not Google')
      const event = readEvent(await bodyOf(request, response))
      const identity = await callers.identityOf(event)
      if (identity.kind === 'refused') throw refuse('no verified person')
      response.json(identity.kind === 'unnamed' ? scopesAnswer(missingScopes(event, endpoint === 'on-message' ? [scopes.metadata, scopes.email] : [scopes.email])) : await answer(identity, event))
    })

    async function answer(person: GooglePerson, event: GmailEvent): Promise<AddonAnswer> {
      const reference = randomUUID().slice(0, 8)
      const { sub } = person
      let context = contextFor(sub, localeOfEvent(event), event)
      try {
        const caller = await needs.findManagerByGoogle(person)
        if (!caller) return await (endpoint === 'action' ? strangers.pressed({ person, event, context }) : triggerAnswer(strangers.card({ person, event, context })))
        if (caller.locale) context = { ...context, locale: caller.locale }
        return await handle({ caller, sub, event, context, once: onceFor(sub, event) }, reference)
      } catch (error) {
        const failure = nameFailure(error, context)
        log[failure.ours ? 'error' : 'info']({ reference, endpoint, code: failure.code, ...(failure.ours && { error: error instanceof Error ? error.stack : String(error) }) }, 'an answer to Gmail is a failure card')
        return place(endpoint, cardOfFailure(failure, { reference, message: event.commonEventObject.parameters?.message ?? event.gmail.messageId ?? null }, context))
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

const place = (endpoint: Endpoint, card: Parameters<typeof triggerAnswer>[0]) => (endpoint === 'action' ? pressAnswer('push', card) : triggerAnswer(card))

async function bodyOf(request: Request, response: Response): Promise<unknown> {
  await new Promise<void>((resolve, reject) => jsonReader('other')(request, response, (error?: unknown) => (error ? reject(error) : resolve())))
  return request.body
}
