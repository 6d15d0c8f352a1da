import { type BodyOf, NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { PaneApi } from '../../app/pane-api'
import { SignInRefused } from '../../session/pane-session'

/** An order that could not be sent: it waits in this browser, for its manager. `refused` is the server's reason when sending is of no more use. */
export interface Order { id: string; key: string; owner: string; body: BodyOf<'registerMessage'>; refused?: string }
interface Deps {
  storage: Pick<Storage, 'getItem' | 'setItem'>; api: PaneApi; owner: () => string
  /** Only one pane of this browser sends at a time; where locks are missing the server's own rule (one message, one contact) is enough. */
  alone: (work: () => Promise<void>) => Promise<void>
  onChange: (counts: { toSend: number; refused: number }) => void
  onSent: (order: Order, contact: Contact, created: boolean) => void
}
const place = 'counterpane.outbox'
const longestText = 200_000

/** Keeps what was registered without a connection and sends it later, once (product 2.2.11). */
export function createOutbox({ storage, api, owner, alone, onChange, onSent }: Deps) {
  function read(): Order[] {
    try { return JSON.parse(storage.getItem(place) ?? '[]') as Order[] } catch { return [] }
  }
  function write(orders: Order[]) {
    storage.setItem(place, JSON.stringify(orders))
    tell(orders)
  }
  const mine = (orders: Order[]) => orders.filter((order) => order.owner === owner())
  function tell(orders = read()) {
    const refused = mine(orders).filter((order) => order.refused !== undefined).length
    onChange({ toSend: mine(orders).length - refused, refused })
  }

  /** False when there is no room for it in this browser. */
  function keep(key: string, body: Order['body']): boolean {
    const others = read().filter((order) => order.key !== key || order.owner !== owner())
    const order = { id: crypto.randomUUID(), key, owner: owner(), body }
    try {
      write([...others, order])
      return true
    } catch {
      // A text of megabytes does not fit a browser's store; the letter without most of its text is better than no letter.
      const shorter = { ...order, body: { ...body, message: { ...body.message, text: body.message.text?.slice(0, longestText) ?? null, html: null } } }
      try { write([...others, shorter]); return true } catch { return false }
    }
  }

  async function sendOne(order: Order): Promise<'go-on' | 'stop'> {
    try {
      const { contact, created } = await api('registerMessage', { body: order.body })
      write(read().filter((known) => known.id !== order.id))
      onSent(order, contact, created)
      return 'go-on'
    } catch (error) {
      if (error instanceof NoConnectionError || error instanceof SignInRefused) return 'stop'
      if (!(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429) return 'stop'
      const reason = error.problem.title
      write(read().map((known) => (known.id === order.id ? { ...known, refused: reason } : known)))
      return 'go-on'
    }
  }

  return {
    keep,
    holds: (key: string) => mine(read()).some((order) => order.key === key && order.refused === undefined),
    tell,
    send: () => alone(async () => {
      for (const order of mine(read())) if (order.refused === undefined && (await sendOne(order)) === 'stop') return
    }),
    refusals: () => mine(read()).filter((order) => order.refused !== undefined),
    discardRefused: () => write(read().filter((order) => order.owner !== owner() || order.refused === undefined)),
  }
}
export type Outbox = ReturnType<typeof createOutbox>
