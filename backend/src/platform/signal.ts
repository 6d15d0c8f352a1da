import { asHouse } from './visibility/sight'

/** Something happened in this process that another room may want to know of. Whoever listens must not throw and is not waited for. */
export interface Signal<T> { ring(value: T): void; listen(hear: (value: T) => void): void }

export function createSignal<T>(): Signal<T> {
  const listeners: ((value: T) => void)[] = []
  return { ring: (value) => asHouse(() => { for (const hear of listeners) hear(value) }), listen: (hear) => void listeners.push(hear) }
}
