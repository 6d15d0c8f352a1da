import { Client, ResponseType, type Context } from '@microsoft/microsoft-graph-client'
import type { Clock } from '../../ports/clock'
import { ProviderFailure } from '../../ports/provider-failure'
import type { MailboxGate } from '../gate/mailbox-gate'
import { createLinkCheck } from './graph-links'
import { answerOf, delayOf, failureOf, type GraphAnswer } from './graph-refusal'
import type { GraphToken } from './graph-token'
import { patientFetch } from './patient-fetch'

const mebibyte = 1024 * 1024
export const answerLimits = { page: 32 * mebibyte, item: 16 * mebibyte, small: mebibyte } as const
export const graphPatience = { idleMs: 30_000, totalMs: 120_000 }

/** `to`: a path below the base, or the whole link that Graph gave. */
export interface GraphAsk {
  mailbox: string
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  to: { path: string } | { link: string }
  body?: object
  ifMatch?: string
  maxBytes?: number
  pageSize?: number
}
export interface GraphCallsDeps { baseUrl: string; token: GraphToken; gate: MailboxGate; clock: Clock; patience?: typeof graphPatience }

/**
 * The requests, each once, through the library and with a middleware of our own in place of its chain: that one repeats and follows redirects by itself, drops the
 * token on plain http and rewrites links. On all of them the same preferences, so that ids and times are always of one kind.
 */
export function createGraphCalls({ baseUrl, token, gate, clock, patience = graphPatience }: GraphCallsDeps) {
  const isOurs = createLinkCheck(baseUrl)

  async function send(ask: GraphAsk, bearer: string): Promise<GraphAnswer> {
    const link = 'link' in ask.to ? ask.to.link : null
    let trouble: unknown = null
    const execute = async (context: Context) => {
      const url = link ?? String(context.request)
      if (!isOurs(url)) throw (trouble = new ProviderFailure('rejected'))
      const headers = { ...(context.options?.headers as Record<string, string>), authorization: `Bearer ${bearer}` }
      const init = { method: context.options?.method, body: context.options?.body as string | undefined, headers }
      context.response = await patientFetch(url, init, { ...patience, maxBytes: ask.maxBytes ?? answerLimits.item }).catch((error: unknown) => { throw (trouble = error) })
    }
    const client = Client.initWithMiddleware({ baseUrl, defaultVersion: '', middleware: { execute } })
    const request = client.api('path' in ask.to ? ask.to.path : '').responseType(ResponseType.RAW).headers(headersOf(ask))
    try {
      const { method = 'GET', body = {} } = ask
      const response: Response = await (method === 'GET' ? request.get() : method === 'DELETE' ? request.delete() : method === 'POST' ? request.post(body) : request.patch(body))
      return await answerOf(response)
    } catch (error) {
      // The library wraps what it was told into an error of its own.
      throw trouble ?? (error instanceof ProviderFailure ? error : new ProviderFailure('temporary'))
    }
  }

  const once = (ask: GraphAsk, bearer: string) => gate.run(ask.mailbox, async () => {
    const answer = await send(ask, bearer)
    const delay = delayOf(answer, clock.now().getTime())
    if (delay) throw delay
    return answer
  })

  /** Whatever Graph said, as long as it need not be waited for. */
  async function ask(request: GraphAsk): Promise<GraphAnswer> {
    const bearer = await token.get()
    const answer = await once(request, bearer)
    return answer.status === 401 ? once(request, await token.instead(bearer)) : answer
  }

  return {
    isOurs,
    addressOf: ({ to }: Pick<GraphAsk, 'to'>) => new URL('link' in to ? to.link : `${baseUrl}${to.path}`).href,
    ask,
    /** A good answer; all others are failures. */
    async get(request: GraphAsk): Promise<GraphAnswer> {
      const answer = await ask(request)
      if (answer.status < 200 || answer.status > 299) throw failureOf(answer)
      return answer
    },
  }
}
export type GraphCalls = ReturnType<typeof createGraphCalls>

/** https://learn.microsoft.com/graph/outlook-immutable-id, https://learn.microsoft.com/graph/delta-query-events */
function headersOf({ ifMatch, pageSize = 50 }: GraphAsk): Record<string, string> {
  return { prefer: `odata.maxpagesize=${pageSize}, outlook.timezone="UTC", IdType="ImmutableId"`, accept: 'application/json', ...(ifMatch !== undefined && { 'if-match': ifMatch }) }
}

/** As Graph's documents write addresses in paths. */
export const userPath = (mailbox: string) => `/users/${encodeURIComponent(mailbox).replaceAll('%40', '@')}`
