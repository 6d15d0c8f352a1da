import type { Digest } from '@counterpane/shared/contract/my-day'
import type { Locale } from '@counterpane/shared/domain/codes'
import { AppError } from '@counterpane/shared/errors/app-error'
import { digestTexts } from '@counterpane/shared/text/digest-text'
import type { Db } from '../../platform/db/database'
import type { Caller } from '../../platform/http/caller'
import { createProvenLimit } from '../../platform/http/rate-limits'
import { describeError } from '../../platform/log/describe-error'
import type { Log } from '../../platform/log/logger'
import type { Clock } from '../../ports/clock'
import { MailFailure, type MailSender } from '../../ports/mail-sender'
import { createDigestFacts } from './digest-facts.repository'
import { createDigestRound } from './digest-round'
import { createDigestWriting, isLead, type AsSeenBy } from './digest-writing'
import { createDigestsRepository, type DigestKind } from './digests.repository'

export interface DigestsDeps { db: Db; clock: Clock; log: Log; publicUrl: string; sender: MailSender | null; maySend(): boolean; asSeenBy: AsSeenBy }
export interface DigestAsk { caller: Caller; kind: DigestKind; locale: Locale }

const lookEveryMs = 60_000
const keptDays = 60
const sentPerMinute = 6

/** `tick`: sends what is due now; `start` looks every minute until `stop`. */
export function createDigests({ db, clock, log, publicUrl, sender, maySend, asSeenBy }: DigestsDeps) {
  const digests = createDigestsRepository(db)
  const writing = createDigestWriting({ facts: createDigestFacts(db), digests, publicUrl, asSeenBy })
  const admit = createProvenLimit(sentPerMinute)
  let [timer, isStopped, running]: [NodeJS.Timeout | null, boolean, Promise<void> | null] = [null, false, null]
  const round = sender && createDigestRound({ digests, writing, clock, log, sender, isStopped: () => isStopped })

  function tick(): Promise<void> {
    if (!round || !maySend() || isStopped) return Promise.resolve()
    return (running ??= round().finally(() => { running = null }))
  }
  const look = () => void tick().catch((error: unknown) => log.error({ error: describeError(error) }, 'digests could not be looked after'))

  async function preview({ caller, kind, locale }: DigestAsk): Promise<Digest & { to: { name: string; address: string | null } }> {
    const reader = digests.find(caller.id)
    if (!reader) throw new AppError('no-session')
    if (kind === 'team' && !isLead(reader)) throw new AppError('forbidden', { detail: digestTexts[locale].leadsOnly })
    return { ...(await writing.write(reader, { kind, now: clock.now(), locale })), to: { name: reader.name, address: reader.address } }
  }

  return {
    start(): void {
      if (!round || timer) return
      timer = setInterval(look, lookEveryMs)
      timer.unref()
      const oldest = new Date(clock.now().getTime() - keptDays * 86_400_000).toISOString().slice(0, 10)
      digests.forget(oldest).catch((error: unknown) => log.warn({ error: describeError(error) }, 'old digests could not be forgotten'))
      look()
    },
    async stop(): Promise<void> {
      isStopped = true
      if (timer) clearInterval(timer)
      await running?.catch(() => undefined)
    },
    tick,
    /** As it would be sent now, in the language of whoever looks. */
    async read(ask: DigestAsk): Promise<Digest> {
      const { to: _to, ...letter } = await preview(ask)
      return letter
    },
    /** To oneself, now, whether or not there is much to say. An administrator may try it before it is allowed for all. */
    async sendNow(ask: DigestAsk): Promise<void> {
      const text = digestTexts[ask.locale]
      const { to: { name, address }, ...letter } = await preview(ask)
      if (!sender) throw new AppError('sending-off', { detail: text.noServer })
      if (!maySend() && ask.caller.role !== 'administrator') throw new AppError('sending-off', { detail: text.sendingOff })
      if (address === null) throw new AppError('not-found')
      await admit(ask.caller.id)
      try {
        await sender.send(writing.address(letter, { name, address }))
      } catch (error) {
        // What the mail server says is for whoever runs the program; the reader hears that nothing was sent.
        log.warn({ managerId: ask.caller.id, reason: error instanceof MailFailure ? error.message : describeError(error) }, 'a digest asked for could not be sent')
        throw new AppError('provider-unavailable', { detail: ask.caller.role === 'administrator' && error instanceof MailFailure ? error.message : text.unsent, cause: error })
      }
    },
  }
}
export type Digests = ReturnType<typeof createDigests>
