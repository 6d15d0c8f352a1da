import { type BodyOf, NoConnectionError, ProblemError } from '@counterpane/shared/contract/http-client'
import type { Contact } from '@counterpane/shared/contract/contact'
import type { PaneApi } from '../../app/pane-api'
import { SignInRefused } from '../../session/pane-session'
import { createOutboxShelf, type Order, type ShelfStorage } from './outbox-shelf'

interface Deps {
  storage: ShelfStorage | null; api: PaneApi; owner: () => string
  /** Only one pane of this browser sends at a time; where locks are missing the server's own rule (one message, one contact) is enough. */
  alone: (work: () => Promise<void>) => Promise<void>
  onChange: (counts: { toSend: number; refused: number }) => void
  onSent: (order: Order, contact: Contact, created: boolean) => void
  /** It will not be sent any more: refused with this error, or discarded by the manager (null). */
  onGivenUp?: (order: Order, error: Error | null) => void
  /** The client that stands beside this message now. */
  clientOf?: (key: string) => string | null
  now?: () => number
}
const longestText = 200_000
/** An order that the server stumbles over steps aside after so many attempts, so that those behind it get through. */
const mostTries = 3

/** Keeps what was registered without a connection and sends it later, once, in the order of the clicks (product 2.2.11). */
export function createOutbox({ storage, api, owner, alone, onChange, onSent, onGivenUp, clientOf, now = Date.now }: Deps) {
  const shelf = createOutboxShelf(storage)
  let notBefore = 0
  const waits = (order: Order) => order.refused === undefined
  const mine = () => shelf.load().filter((order) => order.owner === owner())

  function tell() {
    const orders = mine()
    const toSend = orders.filter(waits).length
    onChange({ toSend, refused: orders.length - toSend })
  }
  function write(orders: Order[]): boolean {
    const lasting = shelf.save(orders)
    tell()
    return lasting
  }
  const replace = (order: Order) => write(shelf.load().map((known) => (known.id === order.id ? order : known)))
  const without = (gone: readonly Order[]) => write(shelf.load().filter(({ id }) => !gone.some((order) => order.id === id)))

  function keep(key: string, body: Order['body']): boolean {
    const others = shelf.load().filter((order) => order.key !== key || order.owner !== owner())
    const order: Order = { id: crypto.randomUUID(), key, owner: owner(), body, at: new Date(now()).toISOString(), client: clientOf?.(key) ?? null }
    if (write([...others, order])) return true
    // A text of megabytes does not fit a browser's store; the letter without most of its text is better than a letter that ends with the window.
    if (shelf.works() && (body.message.text?.length ?? 0) > longestText) write([...others, { ...order, body: shortened(body), shortened: true }])
    return true
  }

  async function sendOne(order: Order): Promise<'go-on' | 'stop'> {
    try {
      const { contact, created } = await api('registerMessage', { body: order.body })
      without([order])
      onSent(order, contact, created)
      return 'go-on'
    } catch (error) {
      const verdict = judge(error, order)
      if (verdict === 'wait') {
        if (error instanceof ProblemError && error.retryAfterSeconds) notBefore = now() + error.retryAfterSeconds * 1000
        if (error instanceof ProblemError && error.problem.code === 'internal') replace({ ...order, tries: (order.tries ?? 0) + 1 })
        return 'stop'
      }
      replace({ ...order, refused: verdict })
      onGivenUp?.(order, error as Error)
      return 'go-on'
    }
  }

  const sendAll = async () => {
    for (const { id } of mine()) {
      // While one was on its way another may have been discarded, or sent by the pane beside.
      const order = mine().find((known) => known.id === id)
      if (order && waits(order) && (await sendOne(order)) === 'stop') return
    }
  }

  const refusals = () => mine().filter((order) => !waits(order))
  function discard(ids: readonly string[]) {
    const orders = mine().filter(({ id }) => ids.includes(id))
    without(orders)
    for (const order of orders) onGivenUp?.(order, null)
  }

  return {
    /** The order is kept, lastingly or for as long as this window lives (`lasting`). */
    keep,
    holds: (key: string) => mine().some((order) => order.key === key && waits(order)),
    tell,
    /** Sends what waits; nothing while the server has asked to wait. `asked`: the manager pressed the button. */
    send: ({ asked = false }: { asked?: boolean } = {}) => alone(async () => { if (asked || now() >= notBefore) await sendAll() }),
    list: (): readonly Order[] => mine(),
    lasting: () => shelf.lasting(),
    works: () => shelf.works(),
    /** Refused ones wait again. */
    again(ids: readonly string[]) {
      write(shelf.load().map((order) => {
        const { refused: _reason, tries: _tries, ...fresh } = order
        return order.owner === owner() && ids.includes(order.id) ? fresh : order
      }))
    },
    discard,
    refusals,
    discardRefused: () => discard(refusals().map(({ id }) => id)),
    /** Nothing of this manager stays in the browser. */
    clear: () => void without(mine()),
  }
}
export type Outbox = ReturnType<typeof createOutbox>

const shortened = (body: BodyOf<'registerMessage'>) => ({ ...body, message: { ...body.message, text: body.message.text?.slice(0, longestText) ?? null, html: null } })

/** Only a refusal of our own server's ends an order; no answer, another's answer and a server in trouble leave it waiting. */
function judge(error: unknown, order: Order): 'wait' | string {
  if (error instanceof NoConnectionError || error instanceof SignInRefused || !(error instanceof ProblemError)) return 'wait'
  const { status, code, title } = error.problem
  if (code === 'internal' && (order.tries ?? 0) + 1 >= mostTries) return title
  const passing = status < 400 || status >= 500 || status === 401 || status === 408 || status === 429
  return passing || code === 'unreadable-answer' || code === 'not-invited' ? 'wait' : title
}
