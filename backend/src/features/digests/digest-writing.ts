import type { Digest } from '@counterpane/shared/contract/my-day'
import type { Locale } from '@counterpane/shared/domain/codes'
import { monthDaysOf } from '../../platform/remembered-days'
import type { OutgoingLetter } from '../../ports/mail-sender'
import { mineContents, teamContents } from './digest-contents'
import { digestDayOf } from './digest-day'
import type { DigestFacts } from './digest-facts.repository'
import { digestLetter, journalUrl, settingsPath } from './digest-letter'
import type { DigestKind, DigestsRepository, Reader } from './digests.repository'

export interface DigestWritingDeps { facts: DigestFacts; digests: Pick<DigestsRepository, 'scopeOf'>; publicUrl: string; asSeenBy: AsSeenBy }
/** A letter tells of what its reader may see. */
export type AsSeenBy = <T>(reader: Reader, work: () => T) => T
export interface Occasion { kind: DigestKind; now: Date; locale: Locale }

export const isLead = ({ role }: Pick<Reader, 'role'>) => role !== 'manager'

/** Writes the letters; who gets them when is not its matter. */
export function createDigestWriting({ facts, digests, publicUrl, asSeenBy }: DigestWritingDeps) {
  return {
    async write(reader: Reader, { kind, now, locale }: Occasion): Promise<Digest> {
      const day = digestDayOf(now, reader.digest)
      const reading = { locale, timeZone: reader.digest.timeZone, now }
      const contents = kind === 'mine'
        ? mineContents(await asSeenBy(reader, () => facts.mine(reader.id, { ...day, now: now.getTime(), monthDays: monthDaysOf(day.dates) })), day.dates, reading)
        : teamContents(await asSeenBy(reader, () => facts.team(digests.scopeOf(reader), { viewerId: reader.id, now: now.getTime() })), reading)
      const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'ru-RU', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day.midnightUtc)
      return digestLetter(contents, { kind, name: reader.name, locale, day: date, publicUrl })
    },
    address({ subject, html, text }: Digest, { name, address }: { name: string; address: string }, id?: string): OutgoingLetter {
      return {
        id, to: { name, address }, subject, html, text,
        // Robots that answer letters leave these alone, and mail clients offer to switch them off.
        headers: { 'List-Unsubscribe': `<${journalUrl(publicUrl, settingsPath)}>`, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      }
    },
  }
}
export type DigestWriting = ReturnType<typeof createDigestWriting>
