import type { BodyOf } from '@counterpane/shared/contract/http-client'
import { ProblemError } from '@counterpane/shared/contract/http-client'
import { type Failure, toFailure } from '../../app/failure'
import type { PaneApi } from '../../app/pane-api'
import { sendable } from '../../app/sendable'
import type { Drafts } from '../../mailbox/mail-client'

export type LetterOrder = BodyOf<'createSendOrder'>
/** What is kept with the letter for the mail client's send handler, and for the next pane on the same letter. */
export interface KeptOrder { id: string; ticket: string; origin: string; previousId?: string | null }
export interface OrderState { order: KeptOrder | null; arranging: boolean; failure: Failure | null }
interface Deps { api: PaneApi; drafts: Drafts; key: string; origin: string; onChange: (state: OrderState) => void }

/**
 * Keeps the server's order for one letter equal to what the manager wants: made, changed, taken back; one call at a time, the latest wish wins.
 * Nothing here ever stops the writing: a failure is told and tried again with the next wish.
 */
export function createOrderKeeping({ api, drafts, key, origin, onChange }: Deps) {
  let state: OrderState = { order: null, arranging: false, failure: null }
  let standing: string | null = null
  let wanted: LetterOrder | null = null
  let previousId: string | null = null
  const set = (patch: Partial<OrderState>) => { state = { ...state, ...patch }; onChange(state) }

  async function keep(order: KeptOrder | null) {
    set({ order })
    // Older mail clients have no place for it: then the sent letter is found by its subject and recipients.
    await drafts.keepForSending(key, order && JSON.stringify(order)).catch(() => undefined)
  }
  async function make(letter: LetterOrder) {
    const { id, ticket } = await api('createSendOrder', { body: letter })
    await keep({ id, ticket, origin, ...(previousId && { previousId }) })
  }
  async function arrange(letter: LetterOrder) {
    if (!state.order) return make(letter)
    try {
      await api('changeSendOrder', { id: state.order.id, body: letter })
    } catch (error) {
      if (isStatus(error, 404)) await make(letter)
      else if (!isStatus(error, 409)) throw error
    }
  }
  async function takeBack() {
    if (!state.order) return
    await api('cancelSendOrder', { id: state.order.id }).catch((error: unknown) => { if (!isStatus(error, 404) && !isStatus(error, 409)) throw error })
    await keep(null)
  }

  async function work() {
    set({ arranging: true, failure: null })
    try {
      for (let wish = textOf(wanted); wish !== standing || (wanted === null && state.order); wish = textOf(wanted)) {
        if (wanted) await arrange(wanted)
        else await takeBack()
        standing = wish
      }
      set({ arranging: false })
    } catch (error) {
      set({ arranging: false, failure: toFailure(error) })
    }
  }

  return {
    get: () => state,
    /** Goes on with what an earlier pane arranged for this letter, or with an order given along when the letter was started. */
    async resume(given: KeptOrder | null): Promise<boolean> {
      const kept = parseKept(await drafts.keptForSending(key).catch(() => null))
      previousId = (kept ?? given)?.previousId ?? null
      if (kept) set({ order: kept })
      else if (given) await keep(given)
      return state.order !== null
    },
    /** Null: this letter is not to be registered. */
    want(letter: LetterOrder | null) {
      wanted = letter && sendable({ ...letter, ...(previousId && { previousId }) })
      if (state.arranging || (textOf(wanted) === standing && !state.failure && (wanted !== null) === (state.order !== null))) return
      void work()
    },
  }
}
export type OrderKeeping = ReturnType<typeof createOrderKeeping>

const textOf = (letter: LetterOrder | null) => letter && JSON.stringify(letter)
/** 404: the order is over. 409: its letter has been sent already, so that nothing is left to arrange. */
const isStatus = (error: unknown, status: number) => error instanceof ProblemError && error.problem.status === status

function parseKept(text: string | null): KeptOrder | null {
  try {
    const found = JSON.parse(text ?? 'null') as Partial<KeptOrder> | null
    return typeof found?.id === 'string' && typeof found.ticket === 'string' ? { id: found.id, ticket: found.ticket, origin: found.origin ?? '', previousId: found.previousId ?? null } : null
  } catch { return null }
}
