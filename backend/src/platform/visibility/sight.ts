import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What the caller of this request may see, when that is not everything. `near`: the managers whose clients they see. `named`: records that they see for the length of
 * this request because they named them while they saw them, or made them in it: who hands a client over is still told how it stands then.
 */
export interface Sight {
  near: readonly string[]
  named: string[]
  /** Those of the ids that belong to something that is there and not seen. */
  hiddenOf(ids: readonly string[]): ReadonlySet<string>
}

const requests = new AsyncLocalStorage<{ sight: Sight | null }>()

/** `work` and whatever it begins belong to one request. */
export const inRequest = <T>(work: () => T): T => requests.run({ sight: null }, work)
/** What is done by and for the house itself, whoever gave the occasion: it sees everything. */
export const asHouse = <T>(work: () => T): T => (requests.getStore() ? requests.exit(work) : work())
/** A source that is read piece by piece, later and by whoever pulls: each piece is made within the request that opened it. */
export function keepSight<T>(source: AsyncGenerator<T>): AsyncIterableIterator<T> {
  const request = requests.getStore()
  if (!request) return source
  const within = <R>(work: () => R): R => requests.run(request, work)
  const kept: AsyncIterableIterator<T> = {
    next: () => within(() => source.next()), return: (value?: unknown) => within(() => source.return(value)), throw: (error?: unknown) => within(() => source.throw(error)),
    [Symbol.asyncIterator]: () => kept,
  }
  return kept
}

/** Null: everything. */
export const currentSight = (): Sight | null => requests.getStore()?.sight ?? null
export const isRequest = () => requests.getStore() !== undefined

/** From now on this request sees no more than that. */
export function narrow(sight: Sight | null): void {
  const request = requests.getStore()
  if (request) request.sight = sight
}

const mostNamed = 10_000
/** This request knows of these records whatever becomes of them in it. */
export function noteNamed(ids: Iterable<string>): void {
  const sight = currentSight()
  if (sight) for (const id of ids) if (sight.named.length < mostNamed) sight.named.push(id)
}
/** A record of this id is being made. */
export function noteMade(id: string): void {
  if (currentSight()) noteNamed([id])
}
