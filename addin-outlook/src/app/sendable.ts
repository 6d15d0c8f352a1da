/** Text as the API takes it: without NUL, lone surrogates replaced; in every string of the value, however deep. */
export function sendable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') as T
  if (Array.isArray(value)) return value.map(sendable) as T
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sendable(part)])) as T
  return value
}
