import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { WorldClock } from '../world/calendar-world.types'
import { calendarRefusals, refuseWith } from './demo-google-refusals'

const order = z.object({
  id: z.string().optional(), type: z.string().optional(), address: z.string().optional(), token: z.string().max(256).optional(), expiration: z.union([z.string().regex(/^\d+$/), z.number()]).transform(Number).optional(),
  params: z.object({ ttl: z.string().regex(/^\d+$/).transform(Number).optional() }).optional(),
})
export interface GoogleChannel { id: string; mailbox: string; resourceId: string; resourceUri: string; address: string; token: string | null; expiresAt: number; messages: number }
const defaultSeconds = 604_800
const mostSeconds = 2_592_000
const again = [0, 1_000, 4_000] // a receiver that answers 500, 502, 503 or 504 is told again

/** Notification channels (developers.google.com/workspace/calendar/api/guides/push). `silence` is a bell that nobody hears. */
export function createGoogleChannels({ clock, root }: { clock: WorldClock; root: () => string }) {
  const channels = new Map<string, GoogleChannel>()
  const everUsed = new Set<string>()
  const waiting = new Set<NodeJS.Timeout>()
  const pending = new Set<Promise<void>>()
  let silent = false
  let closed = false
  const told: { channel: string; state: string; status: number | null }[] = []
  const live = (channel: GoogleChannel) => channels.get(channel.id) === channel && channel.expiresAt > clock.now().getTime()

  async function tell(channel: GoogleChannel, state: 'sync' | 'exists' | 'not_exists', attempt = 0): Promise<void> {
    if (closed || silent || !live(channel)) return
    channel.messages += 1
    const headers: Record<string, string> = {
      'X-Goog-Channel-ID': channel.id, 'X-Goog-Channel-Expiration': new Date(channel.expiresAt).toUTCString(), 'X-Goog-Resource-ID': channel.resourceId, 'X-Goog-Resource-URI': channel.resourceUri, 'X-Goog-Resource-State': state,
      'X-Goog-Message-Number': String(state === 'sync' ? 1 : channel.messages), ...(channel.token !== null && { 'X-Goog-Channel-Token': channel.token }), 'Content-Length': '0',
    }
    const status = await fetch(channel.address, { method: 'POST', headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) }).then(async (response) => {
      await response.arrayBuffer()
      return response.status
    }, () => null)
    told.push({ channel: channel.id, state, status })
    if (told.length > 1_000) told.shift()
    const delay = again[attempt + 1]
    if (status !== null && [500, 502, 503, 504].includes(status) && delay !== undefined) later(delay, () => tell(channel, state, attempt + 1))
  }
  function later(milliseconds: number, work: () => Promise<void>) {
    const timer = setTimeout(() => {
      waiting.delete(timer)
      const run = work().finally(() => pending.delete(run))
      pending.add(run)
    }, milliseconds)
    timer.unref()
    waiting.add(timer)
  }

  return {
    watch(mailbox: string, body: unknown): Record<string, unknown> {
      const read = order.safeParse(body ?? {})
      if (!read.success) return refuseWith(calendarRefusals.invalid(`Invalid value for: ${read.error.issues[0]?.path.join('.')}`, read.error.issues[0]?.path.join('.') ?? ''))
      const { id, type, address, token, expiration, params } = read.data
      if (!id) return refuseWith(calendarRefusals.required('id'))
      if (id.length > 64 || !/^[\w\-+/=]+$/.test(id)) return refuseWith(calendarRefusals.invalid('Invalid channel id', 'id'))
      if (type !== 'web_hook') return refuseWith(calendarRefusals.invalid(`Unknown channel type: ${type ?? ''}`, 'type'))
      if (!address) return refuseWith(calendarRefusals.required('address'))
      if (!/^https:\/\//.test(address) && !/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\//.test(address)) return refuseWith(calendarRefusals.notHttps(address))
      if (everUsed.has(id)) return refuseWith(calendarRefusals.channelTaken(id))
      const now = clock.now().getTime()
      const latest = now + mostSeconds * 1_000
      const expiresAt = Math.min(expiration ?? now + (params?.ttl ?? defaultSeconds) * 1_000, latest)
      if (expiresAt <= now) return refuseWith(calendarRefusals.invalid('Channel expiration must be in the future', 'expiration'))
      const resourceUri = `${root()}/calendar/v3/calendars/${encodeURIComponent(mailbox)}/events?alt=json`
      const resourceId = createHash('sha256').update(mailbox).digest('base64url').slice(0, 27)
      const channel: GoogleChannel = { id, mailbox, resourceId, resourceUri, address, token: token ?? null, expiresAt, messages: 0 }
      everUsed.add(id)
      channels.set(id, channel)
      later(0, () => tell(channel, 'sync'))
      return { kind: 'api#channel', id, resourceId, resourceUri, ...(token !== undefined && { token }), expiration: String(expiresAt) }
    },
    stop(mailbox: string, body: unknown): void {
      const said = z.object({ id: z.string(), resourceId: z.string() }).safeParse(body)
      if (!said.success) return refuseWith(calendarRefusals.required('id'))
      const channel = channels.get(said.data.id)
      if (!channel || channel.resourceId !== said.data.resourceId || channel.mailbox !== mailbox) return refuseWith(calendarRefusals.channelMissing(said.data.id))
      channels.delete(channel.id)
    },
    /** Something changed in a calendar: every channel of it is told, after a moment that gathers what happens together. */
    changed(mailbox: string): void {
      for (const channel of channels.values()) if (channel.mailbox === mailbox && live(channel)) later(0, () => tell(channel, 'exists'))
    },
    silence: (wanted: boolean) => { silent = wanted },
    isSilent: () => silent,
    of: (mailbox: string): readonly GoogleChannel[] => [...channels.values()].filter((channel) => channel.mailbox === mailbox && live(channel)),
    /** What was said to whom, with the answer's status; null for none. */
    told: (): readonly { channel: string; state: string; status: number | null }[] => told,
    /** Once everything that is on its way has arrived. */
    async settle(): Promise<void> {
      while (waiting.size + pending.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        await Promise.all(pending)
      }
    },
    close(): void {
      closed = true
      for (const timer of waiting) clearTimeout(timer)
      waiting.clear()
    },
  }
}
export type GoogleChannels = ReturnType<typeof createGoogleChannels>
