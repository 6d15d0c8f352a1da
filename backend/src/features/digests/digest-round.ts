import type { Log } from '../../platform/log/logger'
import { describeError } from '../../platform/log/describe-error'
import type { Clock } from '../../ports/clock'
import { MailFailure, type MailSender } from '../../ports/mail-sender'
import { digestDayOf } from './digest-day'
import { isLead, type DigestWriting } from './digest-writing'
import type { DigestKind, DigestsRepository, Reader, SentKey, SentRow } from './digests.repository'

export interface DigestRoundDeps { digests: DigestsRepository; writing: DigestWriting; clock: Clock; log: Log; sender: MailSender; isStopped(): boolean }

/** The first and three more. */
const triesAtMost = 4
/** Whoever has not said for so long how it ended has died. */
const lostAfterMs = 15 * 60_000
const backOffMs = [5, 15, 45].map((minutes) => minutes * 60_000)
/** A mail server that hangs holds up this many letters at once, not all. */
const atOnce = 4

/** One look at all who want letters: what is due now and not sent yet is sent; the trouble of one is nobody else's. */
export function createDigestRound({ digests, writing, clock, log, sender, isStopped }: DigestRoundDeps) {
  function dueOf(reader: Reader): { reader: Reader; key: SentKey; seen: SentRow | null }[] {
    const now = clock.now()
    const { day, isDue } = digestDayOf(now, reader.digest)
    const kinds: DigestKind[] = [...(reader.digest.mine ? ['mine' as const] : []), ...(reader.digest.team && isLead(reader) ? ['team' as const] : [])]
    if (!isDue || reader.address === null) return []
    return kinds.map((kind) => ({ reader, key: { managerId: reader.id, kind, day }, seen: digests.findSent({ managerId: reader.id, kind, day }) })).filter(({ seen }) => isOpen(seen, now.getTime()))
  }

  async function send({ reader, key, seen }: ReturnType<typeof dueOf>[number]): Promise<void> {
    const tries = (seen?.tries ?? 0) + 1
    if (tries > triesAtMost) {
      await digests.settle(key, { state: 'failed', tries }, clock.now())
      log.warn({ ...key }, 'a digest is given up: whoever sent it never said how it ended')
      return
    }
    if (!(await digests.take(key, seen, clock.now()))) return
    try {
      const letter = await writing.write(reader, { kind: key.kind, now: clock.now(), locale: reader.locale ?? 'en' })
      if (!letter.isEmpty) await sender.send(writing.address(letter, { name: reader.name, address: reader.address! }, `digest-${key.managerId}-${key.kind}-${key.day}`))
      await digests.settle(key, { state: letter.isEmpty ? 'empty' : 'sent', tries }, clock.now())
    } catch (error) {
      const isOver = (error instanceof MailFailure && error.isFinal) || tries >= triesAtMost
      const again = new Date(clock.now().getTime() + (backOffMs[tries - 1] ?? 0))
      log.warn({ ...key, tries, reason: error instanceof MailFailure ? error.message : describeError(error) }, isOver ? 'a digest could not be sent and is given up' : 'a digest could not be sent and is tried again')
      await digests.settle(key, { state: isOver ? 'failed' : 'waiting', tries }, isOver ? clock.now() : again)
    }
  }

  return async () => {
    const due = digests.readers().flatMap(dueOf)
    for (let at = 0; at < due.length && !isStopped(); at += atOnce) {
      const some = due.slice(at, at + atOnce)
      const results = await Promise.allSettled(some.map(send))
      results.forEach((result, index) => { if (result.status === 'rejected') log.error({ ...some[index]!.key, error: describeError(result.reason) }, 'a digest was left as it is') })
    }
  }
}

function isOpen(seen: SentRow | null, now: number): boolean {
  if (seen === null) return true
  if (seen.state === 'waiting') return now >= seen.at
  return seen.state === 'sending' && now >= seen.at + lostAfterMs
}
