import { isDeepStrictEqual } from 'node:util'

/** Whether two values of the trail mean the same: missing is empty, and lists are compared whatever their order. */
export const sameValue = (one: unknown, other: unknown) => isDeepStrictEqual(plainOf(one), plainOf(other))

function plainOf(value: unknown): unknown {
  const plain: unknown = value === undefined ? null : JSON.parse(JSON.stringify(value))
  return Array.isArray(plain) ? [...new Set(plain.map((item) => JSON.stringify(item)))].sort() : plain
}
