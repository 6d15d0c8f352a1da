/** `withWarmUp` counts every request that was answered, those before the measurement too; `times`: how long each of the job's paths took, when one caller asked. */
export interface LoadResult { requests: number; withWarmUp: number; perSecond: number; p50Ms: number; p99Ms: number; times?: number[] }

/** One measurement, as it is sent to the process that makes the load. `latency`: one caller after the other; `throughput`: many at once. */
export interface LoadJob {
  kind: 'latency' | 'throughput'
  url: string
  headers: Record<string, string>
  question: 'lookup' | 'register' | 'gmail-card' | 'page'
  addresses: readonly string[]
  /** Makes messages of this measurement different from those of others. */
  name: string
  connections: number
  /** Asked before the measurement, so that what is measured is compiled code; a number, because a busy machine does little in a second. */
  warmUpRequests: number
  seconds: number
  /** Pages that are read rather than messages sent: one caller asks for each once, the first of them to warm up; many ask for any of them. */
  paths?: readonly string[]
  /** Of a Gmail event: what stays the same in all of them. */
  gmailEvent?: Record<string, unknown>
}

const text = `Hello Olga,

thank you for the offer. We have talked it over with purchasing and would like to go ahead with the first batch in December.
Could you send the contract and tell us when the samples of the new line will be here? Our warehouse closes on the 24th.

Kind regards`

/** The body of the n-th question; the sender is drawn by `draw`, from 0 to 1. */
export function bodyOf({ question, addresses, name, gmailEvent }: Pick<LoadJob, 'question' | 'addresses' | 'name' | 'gmailEvent'>, n: number, draw = Math.random()): string {
  const place = Math.floor(draw * addresses.length)
  if (question === 'gmail-card') return JSON.stringify({ ...gmailEvent, gmail: { ...(gmailEvent?.gmail as object), messageId: `msg-${name}-${n}-${place}` } })
  const message = {
    messageId: `<${name}.${n}@bench.example>`, conversationId: `conversation-${n}`, subject: `Question ${n}`, sentAt: '2026-11-20T10:00:00.000Z', receivedAt: null,
    from: { name: 'Somebody', address: addresses[place] }, replyTo: [], to: [{ name: '', address: 'olga@demo.example' }], cc: [],
  }
  return JSON.stringify({ message: question === 'register' ? { ...message, text, html: null, attachments: [] } : message })
}
