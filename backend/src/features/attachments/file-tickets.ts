import { createHmac, timingSafeEqual } from 'node:crypto'

/** As long as a mail client needs to fetch a file it was told to attach. */
const validForMs = 10 * 60_000

/**
 * A ticket opens one file for a short time to whoever holds it: the mail service fetches without a session. `secrets`: the first signs, all are
 * believed, so that a secret can be changed while letters are being written.
 */
export function createFileTickets(secrets: readonly string[]) {
  const keys = secrets.map((secret) => createHmac('sha256', secret).update('file-tickets/1').digest())
  if (keys.length === 0) throw new Error('signing needs a secret')
  const macOf = (key: Buffer, facts: string) => Buffer.from(createHmac('sha256', key).update(facts).digest('base64url'))
  return {
    issue(id: string, now: Date): { ticket: string; expiresAt: Date } {
      const expiresAt = new Date(now.getTime() + validForMs)
      const facts = Buffer.from(`${expiresAt.getTime()} ${id}`).toString('base64url')
      return { ticket: `${facts}.${macOf(keys[0]!, facts).toString()}`, expiresAt }
    },
    /** The attachment's id when the ticket is ours and still holds; else null, whatever is wrong. */
    read(ticket: string, now: Date): string | null {
      const [facts = '', mac = '', ...more] = ticket.split('.')
      const claimed = Buffer.from(mac)
      const right = keys.map((key) => macOf(key, facts)).filter((own) => own.length === claimed.length && timingSafeEqual(own, claimed)).length > 0
      if (!right || more.length > 0) return null
      const [, expires, id] = /^(\d+) (.+)$/s.exec(Buffer.from(facts, 'base64url').toString('utf8')) ?? []
      return id !== undefined && Number(expires) > now.getTime() ? id : null
    },
  }
}
export type FileTickets = ReturnType<typeof createFileTickets>
